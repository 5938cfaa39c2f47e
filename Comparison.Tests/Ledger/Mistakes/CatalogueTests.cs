using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

[TestClass]
public sealed class CatalogueTests
{
    [TestMethod]
    public void Every_mistake_that_a_training_of_these_tests_makes_is_in_the_catalogue_and_none_twice()
    {
        List<string> names = [.. Catalogue.All.Select(mistake => mistake.Name)];

        CollectionAssert.AllItemsAreUnique(names);
        CollectionAssert.IsSubsetOf(Makings.All.Select(making => making.Name).Distinct().ToList(), names);
        Assert.IsNull(Catalogue.Find("no-such-mistake"));
    }

    [TestMethod]
    public void Every_mistake_is_described_in_a_sentence_and_can_be_made()
    {
        foreach (Mistake mistake in Catalogue.All)
        {
            StringAssert.EndsWith(mistake.Description, ".");
            Assert.IsTrue(mistake.Variants.Count > 0 || mistake.Root is not null, mistake.Name);
        }
    }

    [TestMethod]
    public void Training_again_with_any_variant_is_diagnosed_as_that_mistake_whatever_loss_the_side_declares()
    {
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
            foreach (FormulaSet formulas in new[] { FormulaSet.Document, FormulaSet.EpsilonInsideLogarithms })
                foreach (Mistake mistake in Catalogue.All)
                    foreach (Variant variant in mistake.Variants)
                    {
                        Trace roots = Networks.WitnessOf(mistake.Name, format) with { Formulas = formulas };
                        if (!variant.CanRun(roots))
                            continue;
                        Trace trace = Retraining.With(roots, mistake, variant);
                        Diagnosis diagnosis = Diagnosis.Of(trace);
                        if (Judge.Quantities(trace).All(judged => judged.Verdict != Verdict.Unexplained))
                            Assert.IsNull(diagnosis.First);
                        else
                            Assert.IsTrue(diagnosis.Causes.Count == 1 && diagnosis.Causes[0].SameAs.Append(diagnosis.Causes[0].Name).Contains(mistake.Name),
                                $"{mistake.Name} {string.Join(", ", variant.Settings)} in {format}, {formulas.Loss}: {diagnosis}");
                    }
    }

    [TestMethod]
    public void Training_again_with_a_proved_cause_gives_the_recorded_numbers_within_rounding()
    {
        Trace mistaken = MistakenTraining.Train(Networks.Bare(Witness.Common(FloatFormat.Float64)), new("momentum", Value: 0.7));
        Cause cause = DiagnosisTests.Only(Diagnosis.Of(mistaken), "momentum");

        Trace again = Retraining.With(mistaken, Catalogue.Find(cause.Name)!, cause.Variant, cause.Value);

        double[] recorded = mistaken.Read("hidden_weights", 4)!.Values, trained = again.Read("hidden_weights", 4)!.Values;
        for (int i = 0; i < recorded.Length; i++)
            Assert.AreEqual(recorded[i], trained[i], 1e-13);
    }

    [TestMethod]
    public void Training_again_with_a_mistake_in_the_roots_starts_from_the_roots_that_it_leads_to()
    {
        Trace witness = Witness.Common(FloatFormat.Float32);

        foreach (Mistake mistake in Catalogue.All.Where(mistake => mistake.Variants.Count == 0))
            DiagnosisTests.Only(Diagnosis.Of(witness, Retraining.With(witness, mistake)), mistake.Name);
    }
}
