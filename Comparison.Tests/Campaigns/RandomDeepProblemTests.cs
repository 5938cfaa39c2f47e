using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Tests.Problems;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Networks;

namespace Comparison.Tests.Campaigns;

[TestClass]
public sealed class RandomDeepProblemTests
{
    private static readonly Problem[] many = [.. Enumerable.Range(1, 1000).Select(number => RandomDeepProblem.Of(1, number))];

    [TestMethod]
    public void The_same_seed_and_number_give_the_same_network_and_others_another()
    {
        for (int number = 1; number <= 20; number++)
            SameProblem.Check(many[number - 1], RandomDeepProblem.Of(1, number));
        Assert.HasCount(many.Length, many.Select(ProblemFile.Text).Distinct().ToList());
        Assert.AreNotEqual(many[0].LearningRate, RandomDeepProblem.Of(2, 1).LearningRate);
    }

    [TestMethod]
    public void Each_is_a_problem_file_that_can_be_read_back()
    {
        using var folder = new TemporaryFolder();
        foreach (Problem problem in many)
        {
            File.WriteAllText(folder.File("problem.json"), ProblemFile.Text(problem));
            SameProblem.Check(problem, ProblemSource.File(folder.File("problem.json"), new()));
        }
    }

    [TestMethod]
    public void Every_depth_activation_loss_and_optimizer_is_among_them_and_so_are_hard_networks()
    {
        for (int hidden = 0; hidden <= 4; hidden++)
            Has($"{hidden} hidden layers", problem => problem.Network.Layers.Count == hidden + 1);
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Has($"{activation} in a hidden layer", problem => problem.Network.Layers.SkipLast(1).Any(layer => layer.Activation == activation));
            Has($"{activation} in the last layer", problem => problem.Network.Layers[^1].Activation == activation);
        }
        foreach (LossFunction loss in Enum.GetValues<LossFunction>())
        {
            Has($"{loss} by the document's formulas", problem => problem.Network.Loss == loss && !problem.IsStable);
            Has($"{loss} from the logits", problem => problem.Network.Loss == loss && problem.IsStable);
        }
        Has("gradient descent", problem => problem.Network.Optimizer is GradientDescent { Momentum: 0 });
        Has("momentum", problem => problem.Network.Optimizer is GradientDescent { Momentum: > 0, Nesterov: false });
        Has("Nesterov's momentum", problem => problem.Network.Optimizer is GradientDescent { Momentum: > 0, Nesterov: true });
        Has("Adam", problem => problem.Network.Optimizer is Adam);
        Has("a last batch that is smaller", problem => problem.Rows % problem.BatchSize != 0 && problem.BatchSize < problem.Rows);
        Has("denormal numbers", problem => problem.Inputs.Values.Any(x => x != 0 && Math.Abs(x) < problem.Format.LeastNormal));
        Has("huge numbers", problem => problem.Inputs.Values.Any(x => Math.Abs(x) > 1e6));
        Has("soft labels of classes", problem => problem.Network.Loss == LossFunction.CategoricalCrossentropy && problem.Labels.Values.Any(y => y is > 0 and < 1));
        Assert.AreEqual(Engine.Current.HasFloat64, many.Any(problem => problem.Format == FloatFormat.Float64));

        static void Has(string what, Predicate<Problem> condition) => Assert.IsTrue(Array.Exists(many, condition), what);
    }
}
