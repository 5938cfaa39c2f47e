using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Metrics;

/// <summary>Takes rows with their outputs, one after the other, and scores them.</summary>
public sealed class Scoring
{
    private readonly LossFunction loss;
    private readonly int units;
    private readonly double unit = 1;
    private readonly ConfusionMatrix? confusion;
    private readonly Ranking? ranking;
    private readonly NumberErrors? errors;
    private long rows;
    private double loss_sum;
    private bool has_nan;

    /// <param name="target">What the labels mean.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="units">Outputs a row: one for a number, one a class or, of two classes, one for both.</param>
    /// <param name="rows">How many rows there will be at most.</param>
    /// <exception cref="ArgumentException">So many outputs do not go with the target.</exception>
    public Scoring(Target target, LossFunction loss, int units, int rows)
    {
        (this.loss, this.units) = (loss, units);
        switch (target)
        {
            case ClassTarget { Classes.Count: var classes }:
                if (units != classes && (units, classes) != (1, 2))
                    throw new ArgumentException($"{units} {(units == 1 ? "output tells" : "outputs tell")} no {classes} classes apart.", nameof(units));
                confusion = new(classes);
                if (classes == 2)
                    ranking = new(rows);
                break;
            case NumberTarget number:
                if (units != 1)
                    throw new ArgumentException($"A target that is a number has one output, not {units}.", nameof(units));
                (errors, unit) = (new(), number.DividedBy);
                break;
        }
    }

    /// <summary>
    /// The scores of the rows so far. Where an output was NaN nothing is chosen by it: the loss is NaN, and the other numbers are not
    /// defined. Of no rows the loss is NaN too.
    /// </summary>
    public Scores Scores => new(loss_sum / rows)
    {
        Confusion = has_nan ? null : confusion,
        AreaUnderCurve = has_nan ? null : ranking?.Area,
        MeanAbsoluteError = has_nan ? null : errors?.MeanAbsolute * Math.Abs(unit),
        R2 = has_nan ? null : errors?.R2,
    };

    /// <summary>Takes a row.</summary>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="label">Its label: the place of its class, or the number as it was trained on.</param>
    /// <exception cref="ArgumentException">There are more or fewer outputs than were announced, or the label is no class.</exception>
    public void Add(ReadOnlySpan<double> outputs, double label)
    {
        if (outputs.Length != units)
            throw new ArgumentException($"A row has {units} outputs, not {outputs.Length}.", nameof(outputs));
        if (confusion is not null && !(double.IsInteger(label) && label >= 0 && label < confusion.Classes))
            throw new ArgumentException($"{label} is none of {confusion.Classes} classes, which are numbered from 0.", nameof(label));
        rows++;
        loss_sum += RowLoss.Of(loss, outputs, label);
        foreach (double output in outputs)
            has_nan |= double.IsNaN(output);
        if (has_nan)
            return;
        confusion?.Add((int)label, ClassOutputs.Chosen(outputs));
        ranking?.Add(label == 1, ClassOutputs.Of(outputs, 1));
        errors?.Add(outputs[0], label);
    }
}
