using Ledger.Formulas;
using Ledger.Traces;

namespace Ledger.Networks;

/// <summary>
/// What is trained and how: dense layers one after the other, the last being the output layer, a loss and an optimizer. It
/// says which quantities a step has, under which names, in which order and by which formulas.
/// </summary>
public sealed class Network : IEquatable<Network>
{
    private readonly Dictionary<string, Quantity> by_name;
    private readonly HashSet<string> state;
    private readonly Lazy<FormulaSet> formulas, formulas_with_epsilon;

    /// <param name="inputs">Inputs of a row, at least one.</param>
    /// <param name="layers">The layers from the first to the output layer, at least one.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">The optimizer; plain gradient descent if not given.</param>
    /// <exception cref="ArgumentException">A size is below 1, there is no layer, or a constant of the optimizer is outside its range.</exception>
    public Network(int inputs, IEnumerable<Layer> layers, LossFunction loss, Optimizer? optimizer = null)
    {
        Inputs = inputs >= 1 ? inputs : throw new ArgumentException($"A network has at least one input, not {inputs}.", nameof(inputs));
        Layers = [.. layers];
        Loss = loss;
        Optimizer = Checked(optimizer ?? new GradientDescent());
        if (Layers.Count == 0)
            throw new ArgumentException("A network has at least one layer, the output layer.", nameof(layers));
        if (Layers.FirstOrDefault(layer => layer.Units < 1) is { } empty)
            throw new ArgumentException($"A layer has at least one unit, not {empty.Units}.", nameof(layers));

        int hidden = Layers.Count - 1;
        Names = [.. Enumerable.Range(1, hidden).Select(i => LayerNames.OfHidden(hidden == 1 ? "hidden" : $"hidden{i}")), LayerNames.OfOutput];
        Parameters = [.. Enumerable.Range(0, Layers.Count).SelectMany(ParametersOf)];
        Quantity[] remembered = [.. from prefix in Optimizer.State
                                    from parameter in Parameters
                                    select new Quantity($"{prefix}{parameter.Name}", parameter.Lengths)];
        state = [.. remembered.Select(quantity => quantity.Name)];
        Quantities = [.. Forward(), new("loss"), .. Enumerable.Range(0, Layers.Count).Reverse().SelectMany(Backward), .. remembered, .. Parameters];
        by_name = Quantities.ToDictionary(quantity => quantity.Name);
        formulas = new(() => IsDocuments ? FormulaSet.Document : FormulaSet.Of(this));
        formulas_with_epsilon = new(() => IsDocuments ? FormulaSet.EpsilonInsideLogarithms : Formulas.WithEpsilonInsideLogarithms());
    }

    /// <summary>Inputs of a row.</summary>
    public int Inputs { get; }

    /// <summary>The layers from the first to the output layer.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>The loss.</summary>
    public LossFunction Loss { get; }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The names of each layer's quantities.</summary>
    public IReadOnlyList<LayerNames> Names { get; }

    /// <summary>The parameters in the order of the layers, which are also recorded as they stand at the start.</summary>
    public IReadOnlyList<Quantity> Parameters { get; }

    /// <summary>Every quantity of a step in the order of cause: the optimizer's state after the step and, last, the parameters after the update.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>How many numbers the label of a row has.</summary>
    public int LabelColumns => Loss == LossFunction.SparseCategoricalCrossentropy ? 1 : Layers[^1].Units;

    /// <summary>
    /// Whether it is of the document's kind, whatever its sizes: one hidden layer of ReLU neurons, one sigmoid output, binary
    /// cross-entropy, plain gradient descent.
    /// </summary>
    public bool IsDocuments =>
        Layers is [{ Activation: Activation.Relu }, { Activation: Activation.Sigmoid, Units: 1 }]
        && Loss == LossFunction.BinaryCrossentropy && Optimizer is GradientDescent { Momentum: 0 };

    /// <summary>The formulas by which its quantities are judged.</summary>
    public FormulaSet Formulas => formulas.Value;

    /// <summary>The same with the cross-entropy of <see cref="FormulaSet.EpsilonInsideLogarithms"/>.</summary>
    /// <exception cref="InvalidOperationException">The loss is not binary cross-entropy.</exception>
    public FormulaSet FormulasWithEpsilonInsideLogarithms => formulas_with_epsilon.Value;

    /// <summary>The document's kind of network.</summary>
    /// <param name="inputs">Inputs of a row.</param>
    /// <param name="hidden">Hidden neurons.</param>
    public static Network Document(int inputs, int hidden) =>
        new(inputs, [new(hidden, Activation.Relu), new(1, Activation.Sigmoid)], LossFunction.BinaryCrossentropy);

    /// <summary>The quantity of a name; null if there is none.</summary>
    public Quantity? Find(string name) => by_name.GetValueOrDefault(name);

    /// <summary>Whether a quantity is one that the optimizer remembers, 0 before the first step.</summary>
    public bool IsState(string quantity) => state.Contains(quantity);

    /// <inheritdoc/>
    public bool Equals(Network? other) =>
        other is not null && Inputs == other.Inputs && Layers.SequenceEqual(other.Layers) && Loss == other.Loss && Optimizer == other.Optimizer;

    /// <inheritdoc/>
    public override bool Equals(object? other) => Equals(other as Network);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inputs, Layers.Count, Layers[^1], Loss, Optimizer);

    /// <summary>Its layers for people: 784 inputs, 32 relu, 10 softmax.</summary>
    public override string ToString() =>
        $"{Inputs} {(Inputs == 1 ? "input" : "inputs")}, {string.Join(", ", Layers.Select(layer => $"{layer.Units} {layer.Activation.Name()}"))}";

    private static Optimizer Checked(Optimizer optimizer) => optimizer switch
    {
        GradientDescent { Momentum: not (>= 0 and <= 1) } => throw new ArgumentException("A momentum lies between 0 and 1.", nameof(optimizer)),
        Adam { Beta1: not (>= 0 and < 1) } or Adam { Beta2: not (>= 0 and < 1) } => throw new ArgumentException("Adam's decay rates are at least 0 and below 1.", nameof(optimizer)),
        Adam { Epsilon: not (>= 0 and < double.PositiveInfinity) } => throw new ArgumentException("Adam's epsilon is at least 0 and finite.", nameof(optimizer)),
        _ => optimizer,
    };

    private int InputsOf(int layer) => layer == 0 ? Inputs : Layers[layer - 1].Units;

    private IEnumerable<Quantity> ParametersOf(int layer) =>
        [new(Names[layer].Weights, InputsOf(layer), Layers[layer].Units), new(Names[layer].Bias, Layers[layer].Units)];

    private IEnumerable<Quantity> Forward() => Enumerable.Range(0, Layers.Count).SelectMany(layer => new[]
    {
        OfRows(Names[layer].Sum, layer), OfRows(Names[layer].Output, layer),
    });

    private IEnumerable<Quantity> Backward(int layer)
    {
        LayerNames names = Names[layer];
        yield return OfRows(names.OutputGradient, layer);
        // The softmax's derivative is a matrix for each row, and is nowhere written down.
        if (layer == Layers.Count - 1 && Layers[layer].Activation != Activation.Softmax)
            yield return OfRows(OutputDerivative, layer);
        yield return OfRows(names.SumGradient, layer);
        foreach (Quantity parameter in ParametersOf(layer))
            yield return new(LayerNames.GradientOf(parameter.Name), parameter.Lengths);
    }

    /// <summary>The name of the derivative of the output's activation, element by element.</summary>
    internal const string OutputDerivative = "doutput_dz_out";

    private Quantity OfRows(string name, int layer) => new(name, Quantity.Batch, Layers[layer].Units);
}
