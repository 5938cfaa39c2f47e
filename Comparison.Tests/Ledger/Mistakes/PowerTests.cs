using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

[TestClass]
public sealed class PowerTests
{
    private static readonly FloatFormat[] Formats = [FloatFormat.Float32, FloatFormat.Float64];

    [TestMethod]
    public void A_mistake_that_stays_agreeing_is_invisible_and_one_that_is_ruled_out_does_not()
    {
        foreach (FloatFormat format in Formats)
            foreach (Trace roots in Enumerable.Range(1, 20).Select(seed => Networks.Random(seed, format)).Prepend(Networks.Document(format)))
            {
                Power power = Power.Of(MistakenTraining.Train(roots, Making.None));
                foreach (Making making in Makings.All.Where(making => making.CanBeMade(roots) && IsUsual(making)))
                {
                    Trace mistaken = MistakenTraining.Train(roots, making);
                    bool agrees = Judge.Quantities(mistaken).All(judged => judged.Verdict != Verdict.Unexplained);
                    bool invisible = power.Invisible.Any(mistake => mistake.Name == making.Name);
                    Assert.AreNotEqual(invisible, power.RuledOut.Contains(making.Name));
                    Assert.IsTrue(!agrees || invisible, $"{making} agrees, but is not listed as invisible");
                }
            }
    }

    [TestMethod]
    public void On_the_document_s_network_what_is_invisible_is_told_with_the_reason_and_what_would_reveal_it()
    {
        Trace scratch = MistakenTraining.Train(Networks.Document(FloatFormat.Float32), Making.None);
        Trace keras = MistakenTraining.Train(Networks.Document(FloatFormat.Float32), Making.None, from_logits: true);

        Power power = Power.Of(scratch, keras);

        CollectionAssert.IsSubsetOf(
            new[]
            {
                new Invisible("relu-missing", "no hidden pre-activation is negative", "a hidden pre-activation that is negative"),
                new Invisible("sum-over-batch", "every batch has one row", "a batch of two rows"),
                new Invisible("labels-minus-one-plus-one", "every label is 1", "a label of 0"),
                new Invisible("last-batch-dropped", "every batch is full", "one row more or less, so that the last batch is not full"),
                new Invisible("float32-inside", "the training is in float32", "float64"),
                new Invisible("loss-epsilon", "the training is in float32", "float64"),
            },
            power.Invisible.ToList());
        CollectionAssert.IsSubsetOf(new[] { "ascent", "kernel-reshaped", "sigmoid-twice", "started-elsewhere", "tf32-inside" }, power.RuledOut.ToList());
        Assert.AreEqual($"{power.RuledOut.Count} known mistakes ruled out, {power.Invisible.Count} invisible on this network", $"{power}");
        Assert.AreEqual(Catalogue.All.Count, power.RuledOut.Count + power.Invisible.Count);
    }

    [TestMethod]
    public void One_training_alone_does_not_rule_out_that_it_started_from_something_else()
    {
        Trace alone = Witness.Common(FloatFormat.Float32);

        CollectionAssert.DoesNotContain(Power.Of(alone).RuledOut.ToList(), "started-elsewhere");
        CollectionAssert.Contains(Power.Of(alone, alone).RuledOut.ToList(), "started-elsewhere");
    }

    [TestMethod]
    public void Every_mistake_is_ruled_out_by_an_agreement_on_its_witness()
    {
        foreach (Mistake mistake in Catalogue.All)
        {
            Trace witness = Witness.Of(mistake);
            CollectionAssert.Contains(Power.Of(witness, witness).RuledOut.ToList(), mistake.Name);
        }
    }

    [TestMethod]
    public void On_the_common_witness_all_are_visible_that_can_be_in_one_network_of_that_dtype()
    {
        foreach (var (format, others) in new[] { (FloatFormat.Float32, new[] { "float32-inside", "constant-in-float32" }), (FloatFormat.Float64, ["tf32-inside", "bfloat16-inside"]) })
        {
            Trace witness = Witness.Common(format);

            CollectionAssert.AreEquivalent(others.Append("bias-gradient-wrong-axis").ToList(), Power.Of(witness, witness).Invisible.Select(mistake => mistake.Name).ToList());
        }
    }

    [TestMethod]
    public void An_error_of_the_size_that_would_have_been_caught_is_caught()
    {
        foreach (FloatFormat format in Formats)
        {
            Trace trace = Witness.Common(format);
            foreach (Sensitivity sensitivity in Power.Of(trace).Sensitivities)
            {
                Trace moved = trace with
                {
                    Steps = [.. trace.Steps.Select(step => step with
                    {
                        Recorded = new Dictionary<string, NumberArray>(step.Recorded)
                        {
                            [sensitivity.Quantity] = step.Recorded[sensitivity.Quantity] with { Values = [.. step.Recorded[sensitivity.Quantity].Values.Select(value => Moved(value, sensitivity.RelativeError, format))] },
                        },
                    })],
                };

                Assert.IsTrue(Judge.Quantities(moved).Any(judged => judged.Quantity == sensitivity.Quantity && judged.Verdict == Verdict.Unexplained), sensitivity.Quantity);
            }
        }
    }

    // Away from 0 by a little more than the fraction, to the format's next number that is.
    private static double Moved(double value, double fraction, FloatFormat format)
    {
        double distance = 1.001 * fraction * Math.Abs(value), moved = format.Nearest(value + Math.Sign(value) * distance);
        while (Math.Abs(moved - value) < distance)
            moved = format == FloatFormat.Float32 ? Math.CopySign(MathF.BitIncrement((float)Math.Abs(moved)), value) : Math.CopySign(Math.BitIncrement(Math.Abs(moved)), value);
        return moved;
    }

    // What is left open has the value that the catalogue holds for usual.
    private static bool IsUsual(Making making) =>
        Catalogue.Find(making.Name)!.Variants.Any(variant => making.Value == (variant.Fitted?.Usual ?? making.Value) && (variant.Fitted is null || making.Of is "" or "value"));
}
