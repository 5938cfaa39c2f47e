using System.Numerics;
using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Sides;
using CsCheck;
using Ledger;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Dense networks as the ledger judges them, and beside the document's network.</summary>
[TestClass]
public sealed class LedgerTests
{
    [TestMethod]
    public void Every_number_in_float32_lies_within_the_ledgers_budgets() => DrawnTraining.Any.Sample(IsClean<float>, iter: 150, threads: 1);

    [TestMethod]
    public void Every_number_in_float64_lies_within_the_ledgers_budgets() => DrawnTraining.Any.Sample(IsClean<double>, iter: 150, threads: 1);

    [TestMethod]
    [DataRow("float32")]
    [DataRow("float64")]
    public void On_the_documents_network_both_agree(string dtype)
    {
        Problem problem = ProblemSource.Document(new(ProblemSource.Dtype(dtype)));
        Parity.AssertAgree(ScratchSide.Train(problem).Trace, Trained(problem));
    }

    [TestMethod]
    public void On_random_networks_of_the_documents_kind_both_agree()
    {
        int agreed = 0;
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 1000], RandomProblem.Of).Where(problem => problem.Steps * problem.Inputs.Columns * problem.Hidden <= 2000).Sample(
            problem =>
            {
                Trace document = ScratchSide.Train(problem).Trace;
                Judgement judgement = Judge.Compare(document, Trained(problem));
                // Where the document's own formulas saturate there is nothing to agree on.
                if (judgement.Verdict == Verdict.CannotJudge)
                    Assert.AreEqual(Verdict.CannotJudge, Judge.Alone(document).Verdict, judgement.Reason);
                else
                    Assert.IsTrue(judgement.Agrees, judgement.Reason);
                agreed += judgement.Agrees ? 1 : 0;
            },
            iter: 100, threads: 1);
        Assert.IsGreaterThan(50, agreed);
    }

    private static void IsClean<T>(DrawnTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A batch and a smaller one: deep linear networks may diverge, and overflow after some more, which says nothing.
        DrawnTraining few = training with { Rows = Math.Min(training.Rows, 10) };
        Judgement judgement = Judge.Alone(DenseTrace.Of<T>(few, batch_size: Math.Min(few.Rows, 7), epochs: 1));
        Assert.AreEqual(Verdict.Rounding, judgement.Verdict, $"{judgement.Reason}; {few}");
    }

    private static Trace Trained(Problem problem) => problem.Format == FloatFormat.Float32 ? Trained<float>(problem) : Trained<double>(problem);

    private static Trace Trained<T>(Problem problem) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new DenseNetwork<T>(
            [new(problem.Hidden, Activation.Relu), new(1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, new Sgd(problem.LearningRate.Used),
            [Layer("hidden"), Layer("output")]);
        return DenseTrace.Of(network, Matrix<T>(problem.Inputs), Matrix<T>(problem.Labels), [.. problem.Batches()], problem.BatchSize);

        LayerParameters<T> Layer(string name) =>
            new(Matrix<T>(problem.Start[$"{name}_weights"]), [.. problem.Start[$"{name}_bias"].Values.Select(T.CreateChecked)]);
    }

    private static T[,] Matrix<T>(NumberArray array) where T : IBinaryFloatingPointIeee754<T>
    {
        var matrix = new T[array.Rows, array.Columns];
        for (int i = 0; i < array.Values.Length; i++)
            matrix[i / array.Columns, i % array.Columns] = T.CreateChecked(array.Values[i]);
        return matrix;
    }
}
