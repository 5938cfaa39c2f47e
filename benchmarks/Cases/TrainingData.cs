using Scratch.Dense;

namespace Benchmarks.Cases;

/// <summary>What every side of a case starts from and trains on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Steps">Steps an epoch.</param>
/// <param name="Inputs">Rows of inputs, in [0, 1).</param>
/// <param name="Labels">Rows of labels: 0 or 1, or a single 1.</param>
/// <param name="Start">Start parameters, one a layer.</param>
internal sealed record TrainingData(TrainingCase Case, int Steps, float[] Inputs, float[] Labels, IReadOnlyList<LayerParameters<float>> Start)
{
    private const ulong Seed = 1;

    public int Rows => Steps * Case.Batch;

    /// <summary>The same numbers every time; an epoch of fewer steps is the beginning of a longer one.</summary>
    public static TrainingData Of(TrainingCase @case, int steps)
    {
        int rows = steps * @case.Batch;
        SeededRandom for_inputs = new(Seed, 1), for_labels = new(Seed, 2);
        var inputs = new float[rows * @case.Inputs];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = (float)(int)(for_inputs.Fraction() * 65536) / 65536;
        var labels = new float[rows * @case.Outputs];
        for (int row = 0; row < rows; row++)
            if (@case.Outputs == 1)
                labels[row] = for_labels.Below(2);
            else
                labels[row * @case.Outputs + for_labels.Below(@case.Outputs)] = 1;
        return new(@case, steps, inputs, labels, Scratch.Dense.Start.Glorot<float>(@case.Inputs, @case.Layers, Seed));
    }
}
