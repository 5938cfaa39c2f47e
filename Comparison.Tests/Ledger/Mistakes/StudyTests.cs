using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Mistakes;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

[TestClass]
public sealed class StudyTests
{
    public static IEnumerable<object[]> Mistakes => Catalogue.All.Select(mistake => new object[] { mistake.Name });

    [TestMethod]
    [DynamicData(nameof(Mistakes))]
    public void Every_mistake_can_be_studied_and_spreads_from_where_the_ledger_finds_it(string name)
    {
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            Study study = Study.Of(Catalogue.Find(name)!, Document(format));

            Diagnosis diagnosis = Diagnosis.Of(study.Right, study.Wrong);

            Assert.IsNotNull(diagnosis.First);
            Assert.IsTrue(diagnosis.Causes.Any(cause => cause.Name == name || cause.SameAs.Contains(name)), $"{format}: {diagnosis}");
            // What differs from the right training comes no earlier than the number that is wrong by its own formula.
            if (study.Spreading().FirstOrDefault(spread => spread.Differs) is { } first && diagnosis.First.Step > 0)
                Assert.IsGreaterThanOrEqualTo((diagnosis.First.Step, Order(diagnosis.First.Quantity)), (first.Step, Order(first.Quantity)), $"{format}: {first} before {diagnosis.First}");
        }
    }

    [TestMethod]
    public void The_right_training_differs_from_itself_nowhere()
    {
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            Trace scratch = Document(format);
            var study = new Study(Catalogue.All[0], new Dictionary<string, object>(), Retraining.Of(scratch), scratch, null);

            Assert.IsTrue(study.Spreading().All(spread => !spread.Differs && spread.Index is null), $"{format}: rounding was taken for a difference");
            Assert.HasCount(5 * study.Right.Network.Quantities.Count, study.Spreading());
        }
    }

    [TestMethod]
    public void A_mistake_that_the_network_shows_is_studied_on_it()
    {
        Study study = Study.Of(Catalogue.Find("gradient-sign")!, Document(FloatFormat.Float32));

        Assert.IsNull(study.Invisible);
        CollectionAssert.AreEqual(Document(FloatFormat.Float32).Inputs.Values, study.Right.Inputs.Values);
        Spread first = study.Spreading().First(spread => spread.Differs);
        Assert.AreEqual(("dL_doutput", 1), (first.Quantity, first.Step));
        CollectionAssert.AreEqual(new[] { 0, 0 }, first.Index!.ToArray());
        // Of the opposite sign: the difference is twice the number itself, each being rounded once.
        Assert.AreEqual(2, first.Difference!.Value, 4 * FloatFormat.Float32.UnitRoundoff);
    }

    [TestMethod]
    public void A_mistake_that_the_network_does_not_show_is_studied_on_one_that_does_and_the_reason_is_told()
    {
        Study study = Study.Of(Catalogue.Find("relu-missing")!, Document(FloatFormat.Float64));

        Assert.AreEqual("no hidden pre-activation is negative", study.Invisible!.Because);
        Assert.AreEqual(FloatFormat.Float64, study.Right.Format);
        Assert.AreEqual(7, study.Right.Inputs.Rows);
    }

    private static Trace Document(FloatFormat format) => ScratchSide.Train(ProblemSource.Document(new(format))).Trace;

    private static int Order(string quantity) => Network.Document(1, 1).Quantities.TakeWhile(known => known.Name != quantity).Count();
}
