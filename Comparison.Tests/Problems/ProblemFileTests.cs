using System.Text.RegularExpressions;
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

    [TestMethod]
    public void A_written_problem_of_layers_is_read_back_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("problem.json");
        for (int seed = 1; seed <= 300; seed++)
        {
            Problem problem = RandomDenseProblem.Of(seed) with { IsStable = false };
            File.WriteAllText(file, ProblemFile.Text(problem));

            SameProblem.Check(problem, ProblemSource.File(file, new()));
        }
    }

    [TestMethod]
    public void The_examples_in_the_documentation_are_problem_files()
    {
        using var folder = new TemporaryFolder();
        string[] examples = [.. Regex.Matches(File.ReadAllText(Path.Combine(Recordings.Root, "docs", "problem-file.md")), "```json\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

        Assert.HasCount(2, examples);
        foreach (string example in examples)
            Assert.AreEqual(2, ProblemSource.File(folder.Write("example.json", example), new()).Rows);
    }
}
