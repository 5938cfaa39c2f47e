namespace Tensorflow.Operations.Initializers;

/// <summary>
/// Random numbers of mean 0 whose variance is scale / n, n being the number of a weight's inputs, outputs, or their
/// mean. One object gives the same numbers each time it is asked for the same shape, as in Keras.
/// </summary>
public class VarianceScaling : IInitializer
{
    // Standard deviation of the standard normal distribution cut off at two: what is drawn is divided by it.
    private const double deviation_cut_at_two = 0.87962566103423978;

    private static readonly string[] modes = ["fan_in", "fan_out", "fan_avg"];
    private static readonly string[] distributions = ["uniform", "truncated_normal", "untruncated_normal"];

    private readonly float scale;
    private readonly string mode, distribution;
    private readonly long seed;
    private readonly TF_DataType dtype;

    /// <param name="scale">The variance times n; positive.</param>
    /// <param name="mode">What n is: fan_in, fan_out or fan_avg.</param>
    /// <param name="distribution">uniform, truncated_normal (cut at two standard deviations) or untruncated_normal.</param>
    /// <param name="seed">The same seed gives the same numbers; drawn from tf.set_random_seed's stream unless given.</param>
    /// <param name="dtype">The dtype of the values where none is asked for.</param>
    /// <exception cref="ArgumentException">An argument is none of these.</exception>
    public VarianceScaling(
        float scale = 1.0f, string mode = "fan_in", string distribution = "truncated_normal", int? seed = null, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        if (!(scale > 0))
            throw new ArgumentException($"scale is {scale}; it must be positive.");
        this.mode = OneOf(modes, nameof(mode), mode);
        this.distribution = OneOf(distributions, nameof(distribution), distribution);
        this.scale = scale;
        this.seed = seed ?? RandomSeeds.Next();
        this.dtype = dtype;
    }

    /// <inheritdoc/>
    public Tensor Apply(InitializerArgs args)
    {
        TF_DataType wanted = args.DType == TF_DataType.DtInvalid ? dtype : args.DType;
        Shape shape = args.Shape ?? new Shape(Array.Empty<long>());
        double variance = HyperParameter.Read(scale, wanted) / Math.Max(1, Fan(shape));
        using var generator = new torch.Generator((ulong)seed);
        TorchTensor values = torch.empty(shape.dims, wanted.ToTorch());
        switch (distribution)
        {
            case "uniform":
                double limit = Math.Sqrt(3 * variance);
                return new(values.uniform_(-limit, limit, generator));
            case "untruncated_normal":
                return new(values.normal_(0, Math.Sqrt(variance), generator));
            default:
                return new(CutNormal(values, Math.Sqrt(variance) / deviation_cut_at_two, generator));
        }
    }

    /// <summary>Number of inputs and outputs of one weight; leading axes of a convolution's kernel are its field of view.</summary>
    private double Fan(Shape shape)
    {
        double field = 1;
        foreach (long dim in shape.dims.SkipLast(2))
            field *= dim;
        double inputs = shape.ndim == 0 ? 1 : field * shape[shape.ndim == 1 ? 0 : -2];
        double outputs = shape.ndim == 0 ? 1 : field * shape[-1];
        return mode switch
        {
            "fan_in" => inputs,
            "fan_out" => outputs,
            _ => (inputs + outputs) / 2,
        };
    }

    /// <summary>A normal distribution cut at two deviations, by inverting its distribution function.</summary>
    private static TorchTensor CutNormal(TorchTensor values, double deviation, torch.Generator generator)
    {
        // P(|x| < 2) of the standard normal distribution, erf(2 / sqrt 2).
        const double inside = 0.95449973610364158;
        using TorchTensor uniform = values.uniform_(-inside, inside, generator);
        using TorchTensor standard = uniform.erfinv();
        using TorchScalar factor = deviation * Math.Sqrt(2);
        return standard.mul(factor);
    }

    private static string OneOf(string[] possible, string name, string value) => possible.Contains(value)
        ? value
        : throw new ArgumentException($"{name} is '{value}'; it must be one of {string.Join(", ", possible)}.");
}
