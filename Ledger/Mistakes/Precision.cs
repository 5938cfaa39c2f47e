using Ledger.Arithmetic;
using Ledger.Formulas;
using static Ledger.Formulas.Parent;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Arithmetic that is narrower than the dtype of the training.</summary>
internal static class Precision
{
    // Significant bits, the leading one counted.
    private const int Float32Bits = 24, Tf32Bits = 11, Bfloat16Bits = 8;

    // The matrix products, and what each multiplies.
    private static readonly (string Quantity, string[] Factors)[] Products =
    [
        ("hidden_layer_input", ["inputs", "hidden_weights"]),
        ("output_layer_input", ["hidden_layer_output", "output_weights"]),
        ("dL_doutput_weights", ["hidden_layer_output", "dL_dz_out"]),
        ("dL_dhidden_output", ["dL_dz_out", "output_weights"]),
        ("dL_dhidden_weights", ["inputs", "dL_dz_hidden"]),
    ];

    public static IEnumerable<Mistake> All { get; } =
    [
        new("float32-inside", "Part of a float64 training is computed in float32 and widened again.")
        {
            Variants = [.. Narrow().Select(variant => variant with { CanRun = trace => trace.Format == FloatFormat.Float64 })],
            Needs = [Need.Float64],
        },
        Rounded("tf32-inside", "Matrix products round their factors to TF32 (11 significant bits), as graphics cards do when allowed to.", "TF32", Tf32Bits),
        Rounded("bfloat16-inside", "Matrix products round their factors to bfloat16 (8 significant bits), as mixed precision does.", "bfloat16", Bfloat16Bits),
        new("constant-in-float32", "A constant of a float64 training, the learning rate, has passed through float32 (as some of Keras's do).")
        {
            Variants =
            [
                Way(Plain, right => right.RewriteRate("learning_rate rounded to float32", [], p => p[0].RoundedTo(Float32Bits)))
                    with { CanRun = trace => trace.Format == FloatFormat.Float64 },
            ],
            Root = new(trace => trace with { LearningRate = (float)trace.LearningRate }),
            Needs = [Need.Float64, Need.LongLearningRate],
        },
    ];

    private static Mistake Rounded(string name, string description, string format, int bits)
    {
        return new(name, description)
        {
            Variants =
            [
                .. new[] { 1, 2, 5 }.Select(count => Way(
                    count == 1 ? Plain : With("in", count == 2 ? "the forward pass" : "every product"),
                    right => Products.Take(count).SelectMany(product => right.Rewrite([product.Quantity], form => Factors(form, product.Factors))))
                    with { CanRun = trace => trace.Format == FloatFormat.Float32 }),
            ],
            Needs = [Need.Float32],
        };

        Form Factors(Form form, string[] factors) => factors.Aggregate(form, (rounded, factor) => rounded.InsteadOf(
            factor, $"{factor} rounded to {format}", [form.Parents.First(parent => parent.Name == factor)], p => p[0].RoundedTo(bits)));
    }

    private static IEnumerable<Variant> Narrow()
    {
        Func<Estimates[], Estimates> product = p => p[0].In(FloatFormat.Float32).Dot(p[1].In(FloatFormat.Float32));
        Parent[] factors = ["inputs", Before("hidden_weights"), Before("hidden_bias")];
        yield return new(With("in", "the hidden layer's product"), (_, _) =>
        [
            Is("hidden_layer_input", "X · hidden_weights in float32, + hidden_bias", [.. factors, "hidden_layer_input"], p => product(p).WidenedTo(p[3] - p[2]) + p[2]),
        ])
        {
            Train = (_, _) =>
            [
                Is("hidden_layer_input", "X · hidden_weights in float32, + hidden_bias", factors, p => product(p).WidenedTo(product(p)) + p[2]),
            ],
        };
        foreach (string quantity in Quantities)
            yield return InFloat32(quantity, [quantity]);
        yield return InFloat32("every quantity", Quantities);
    }

    private static Variant InFloat32(string name, IReadOnlyList<string> quantities)
    {
        return new(With("in", name), (right, _) => quantities.SelectMany(quantity => right.Rewrite([quantity], form =>
            new($"{form.Text} in float32", [.. form.Parents, quantity], p => Narrowed(form, p[..^1]).WidenedTo(p[^1])))))
        {
            Train = (right, _) => quantities.Select(quantity => right[quantity].Forms[0]).Zip(quantities, (form, quantity) =>
                Is(quantity, $"{form.Text} in float32", form.Parents, p => Narrowed(form, p).WidenedTo(Narrowed(form, p)))),
        };

        static Estimates Narrowed(Form form, Estimates[] p) => form.Evaluate(Array.ConvertAll(p, operand => operand.In(FloatFormat.Float32)));
    }
}
