using Comparison.Campaigns;
using Comparison.Problems;
using CsCheck;

namespace Comparison.Tests.Problems;

[TestClass]
public sealed class ProblemFileTests
{
    [TestMethod]
    public void A_written_problem_is_read_back_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("problem.json");
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 1000]).Sample(
            (seed, number) =>
            {
                Problem problem = RandomProblem.Of(seed, number);
                File.WriteAllText(file, ProblemFile.Text(problem));

                SameProblem.Check(problem, ProblemSource.File(file, new()));
            },
            iter: 300, threads: 1);
    }
}
