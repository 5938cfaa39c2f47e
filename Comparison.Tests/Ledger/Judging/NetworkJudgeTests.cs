using CsCheck;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Judging;

/// <summary>What the ledger says of networks that are not the document's.</summary>
[TestClass]
public sealed class NetworkJudgeTests
{
    private static readonly Network Deep = new(
        3, [new(4, Activation.Tanh), new(3, Activation.Relu), new(4, Activation.Sigmoid), new(2, Activation.Softmax)], LossFunction.SparseCategoricalCrossentropy, new Adam());

    [TestMethod]
    [DataRow("dL_dz_hidden1", "hidden1_layer_output")]
    [DataRow("dL_dz_hidden2", "hidden2_layer_output")]
    [DataRow("dL_dz_hidden3", "hidden3_layer_output")]
    public void A_wrong_derivative_in_an_inner_layer_is_found_at_that_layer(string quantity, string output)
    {
        Trace roots = Honest(Deep, 1);
        Formula wrong = new(quantity, [new("1 - output", [quantity.Replace("dL_dz_", "dL_d") + "_output", output], p => p[0] * (1 - p[1]))]);
        Trace mistaken = Retraining.Of(roots with { Formulas = Deep.Formulas.With([wrong]) }) with { Formulas = Deep.Formulas };

        Judgement judgement = Judge.Alone(mistaken);

        Assert.AreEqual(Verdict.Unexplained, judgement.Verdict);
        Assert.AreEqual((quantity, 1), (judgement.First!.Quantity, judgement.First.Step));
    }

    [TestMethod]
    public void A_training_by_exact_formulas_agrees_with_an_honest_one()
    {
        Trace honest = Honest(Deep, 2);

        Judgement judgement = Judge.Compare(honest, Retraining.Of(honest) with { Side = "exact" });

        Assert.AreEqual(Verdict.Rounding, judgement.Verdict, judgement.Reason);
    }

    [TestMethod]
    public void What_is_trained_and_how_is_a_root()
    {
        foreach (var (other, root) in new (Network, string)[]
        {
            (new(3, [new(4, Activation.Sigmoid), .. Deep.Layers.Skip(1)], Deep.Loss, Deep.Optimizer), "network"),
            (new(3, Deep.Layers, LossFunction.CategoricalCrossentropy, Deep.Optimizer), "loss function"),
            (new(3, Deep.Layers, Deep.Loss, new Adam(0.9, 0.99)), "optimizer"),
            (new(3, Deep.Layers, Deep.Loss, new Adam { Float32Constants = true }), "optimizer"),
        })
        {
            Judgement judgement = Judge.Compare(Honest(Deep, 3), Honest(other, 3));

            Assert.AreEqual(Verdict.Unexplained, judgement.Verdict);
            Assert.AreEqual(root, judgement.First!.Quantity);
        }
    }

    [TestMethod]
    public void Momentum_rounded_to_float32_shows_in_float64_where_the_network_does_not_say_it()
    {
        Network rounded = new(2, [new(1, Activation.Linear)], LossFunction.MeanSquaredError, new GradientDescent(0.9) { Float32Constants = true });
        Trace trace = Retraining.Of(Honest(rounded, 4));

        Assert.AreEqual(Verdict.Rounding, Judge.Alone(trace).Verdict);
        Finding first = Judge.Alone(trace with { Network = new(2, rounded.Layers, rounded.Loss, new GradientDescent(0.9)) }).First!;
        Assert.AreEqual(("velocity_output_weights", 2), (first.Quantity, first.Step));
    }

    [TestMethod]
    public void Another_optimizer_than_the_one_declared_is_found()
    {
        Trace trace = Retraining.Of(Honest(Deep, 5));
        foreach (Optimizer optimizer in new Optimizer[] { new Adam(0.9, 0.99), new Adam(0.8), new Adam(Epsilon: 1e-3) })
            Assert.AreEqual(Verdict.Unexplained, Judge.Alone(trace with { Network = new(3, Deep.Layers, Deep.Loss, optimizer) }).Verdict, $"{optimizer}");
    }

    [TestMethod]
    public void The_catalogue_says_that_it_speaks_of_the_documents_kind_of_network_alone()
    {
        Trace honest = Honest(Deep, 6);
        NumberArray output = honest.Read("output", 1)!;
        Trace wrong = honest with { Steps = [honest.Steps[0] with { Recorded = new Dictionary<string, NumberArray>(honest.Steps[0].Recorded) { ["output"] = output with { Values = [.. output.Values.Select(p => p / 2)] } } }, .. honest.Steps.Skip(1)] };

        Diagnosis diagnosis = Diagnosis.Of(wrong);
        Power power = Power.Of(honest);

        Assert.IsEmpty(diagnosis.Causes);
        StringAssert.Contains(diagnosis.Pattern, "output is 0.5 times what its formula gives");
        StringAssert.Contains(diagnosis.Pattern, Catalogue.Scope);
        Assert.IsEmpty(power.RuledOut);
        Assert.IsEmpty(power.Invisible);
        Assert.AreEqual(Catalogue.Scope, $"{power}");
        CollectionAssert.AreEqual(Deep.Quantities.Select(quantity => quantity.Name).ToArray(), power.Sensitivities.Select(sensitivity => sensitivity.Quantity).ToArray());
        Assert.IsTrue(power.Sensitivities.First(sensitivity => sensitivity.Quantity == "hidden2_layer_input").RelativeError < 1e-10);
    }

    [TestMethod]
    public void Every_mistake_can_be_studied_on_its_own_network_where_the_one_asked_for_is_of_another_kind()
    {
        Study study = Study.Of(Catalogue.Find("relu-mask-missing")!, Honest(Deep, 7));

        Assert.AreEqual(Catalogue.Scope, study.Invisible!.Because);
        Assert.IsTrue(study.Right.Network.IsDocuments);
    }

    [TestMethod]
    public void A_mask_that_rounding_turned_over_is_told_of_any_layer()
    {
        Network network = new(1, [new(1, Activation.Linear), new(1, Activation.Relu), new(1, Activation.Linear)], LossFunction.MeanSquaredError);
        Trace honest = Retraining.Of(Honest(network, 8));
        // The second layer's sum is 0 but for one underflow, which a budget allows.
        Trace zero = Retraining.Of(honest with { Start = honest.Start.ToDictionary(item => item.Key, item => item.Value with { Values = [0] }) });
        Trace tiny = zero with
        {
            Side = "tiny",
            Steps = [zero.Steps[0] with { Recorded = new Dictionary<string, NumberArray>(zero.Steps[0].Recorded) { ["hidden2_layer_input"] = Tiny(zero), ["hidden2_layer_output"] = Tiny(zero) } }],
        };
        zero = zero with { Steps = [zero.Steps[0]] };

        StringAssert.Contains(Judge.Compare(zero, tiny).Reason, "at step 1 rounding put hidden2_layer_input[0, 0] on different sides of 0");

        static NumberArray Tiny(Trace trace) => trace.Read("hidden2_layer_input", 1)! with { Values = [.. trace.Read("hidden2_layer_input", 1)!.Values.Select(_ => 1e-310)] };
    }

    [TestMethod]
    public void Every_form_that_can_be_evaluated_is_written_with_its_numbers()
    {
        HonestNetwork.Any.Sample(training =>
        {
            Trace trace = Retraining.Of(training.Trace);
            foreach (Quantity quantity in trace.Network.Quantities)
                foreach (Form form in trace.Formulas[quantity.Name].Forms)
                {
                    Explanation explanation = Explanation.Of(trace with { Formulas = trace.Formulas.With([new(quantity.Name, [form])]) }, quantity, 1);
                    foreach (ExplainedElement element in explanation.Elements)
                        Assert.AreNotEqual("", element.Substituted, form.Text);
                }
        }, iter: 300, threads: 1);
    }

    private static Trace Honest(Network network, int seed) => HonestNetwork.Train(FloatFormat.Float64, network, 1, seed, steps: 3).Trace;
}
