using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Saving;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Engine;

/// <summary>What all layers have in common. A layer of one's own overrides <see cref="CreateWeights"/>, <see cref="ComputeOutputShape"/> and <see cref="Call"/>.</summary>
public abstract class Layer : ILayer
{
    private readonly List<ResourceVariable> weights = [];
    private Shape? output_shape;

    /// <param name="args">Name, dtype, input shape, and whether training changes the weights.</param>
    protected Layer(LayerArgs args)
    {
        Name = args.Name ?? KerasApi.keras.backend.NameFor(GetType());
        DType = args.DType == TF_DataType.DtInvalid ? KerasApi.keras.backend.floatx() : args.DType;
        Trainable = args.Trainable;
        BatchInputShape = args.BatchInputShape
            ?? (args.InputShape is { } row ? new KerasShapesWrapper(new Shape([-1, .. row.dims])) : null);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TF_DataType DType { get; }

    /// <inheritdoc/>
    public bool Trainable { get; }

    /// <inheritdoc/>
    public bool Built { get; private set; }

    /// <inheritdoc/>
    public KerasShapesWrapper? BatchInputShape { get; }

    /// <inheritdoc/>
    public virtual List<ILayer> Layers => [];

    /// <inheritdoc/>
    public List<IVariableV1> TrainableVariables => TrainableWeights;

    /// <inheritdoc/>
    public virtual List<IVariableV1> TrainableWeights => [.. weights.Where(weight => Trainable && weight.Trainable)];

    /// <inheritdoc/>
    public virtual List<IVariableV1> NonTrainableWeights => [.. weights.Where(weight => !(Trainable && weight.Trainable))];

    /// <inheritdoc/>
    public virtual List<IVariableV1> Weights => [.. TrainableWeights, .. NonTrainableWeights];

    /// <inheritdoc/>
    public virtual Shape OutputShape => output_shape
        ?? throw new InvalidOperationException($"The layer {Name} has no output shape yet; build it, or give its model an input first.");

    /// <inheritdoc/>
    public void build(KerasShapesWrapper input_shape)
    {
        if (Built)
            return;
        Shape shape = input_shape.ToSingleShape();
        CreateWeights(shape);
        output_shape = ComputeOutputShape(shape);
        Built = true;
    }

    /// <inheritdoc/>
    public Tensors Apply(Tensors inputs, Tensors? states = null, bool? training = false, IOptionalArgs? optional_args = null)
    {
        if (!Built)
            build(new Shape([-1, .. inputs.shape.dims.Skip(1)]));
        bool convert = inputs.Length == 1 && inputs.dtype.IsFloating() && inputs.dtype != DType;
        Tensors converted = convert ? Execution.Run([inputs], x => x[0].to_type(DType.ToTorch())) : inputs;
        return Call(converted, states, training, optional_args);
    }

    /// <summary>The outputs' shape for inputs of a shape.</summary>
    /// <param name="input_shape">The inputs' shape, the rows -1.</param>
    public abstract Shape ComputeOutputShape(Shape input_shape);

    /// <inheritdoc/>
    public void set_weights(IEnumerable<NDArray> weights)
    {
        NDArray[] given = [.. weights];
        List<IVariableV1> own = Weights;
        if (given.Length != own.Count)
            throw new ArgumentException(own.Count == 0
                ? $"{Name} has no weights yet, so it cannot take {given.Length}; say what its inputs are first."
                : $"{Name} has {own.Count} weights ({string.Join(", ", own.Select(weight => weight.Name))}); set_weights was given {given.Length}.");
        foreach (var (array, weight) in given.Zip(own))
            if (array.shape != weight.shape || array.dtype != weight.dtype)
                throw new ArgumentException($"{weight.Name} is {weight.dtype} of shape {weight.shape}; set_weights was given {array.dtype} of shape {array.shape}.");
        foreach (var (array, weight) in given.Zip(own))
            weight.assign(array);
    }

    /// <inheritdoc/>
    public List<NDArray> get_weights() => [.. Weights.Select(weight => weight.numpy())];

    /// <inheritdoc/>
    public int count_params() => checked((int)Weights.Sum(weight => weight.shape.size));

    /// <summary>Makes the weights, by <see cref="add_weight"/>.</summary>
    /// <param name="input_shape">The inputs' shape, the rows -1.</param>
    protected virtual void CreateWeights(Shape input_shape)
    {
    }

    /// <summary>Computes the outputs.</summary>
    /// <param name="inputs">What the layer is given, in its dtype.</param>
    /// <param name="state">State of recurrent layers.</param>
    /// <param name="training">Whether the layer is being trained.</param>
    /// <param name="optional_args">Further inputs.</param>
    protected abstract Tensors Call(Tensors inputs, Tensors? state, bool? training, IOptionalArgs? optional_args);

    /// <summary>Makes one weight.</summary>
    /// <param name="name">Its name inside the layer.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="initializer">Gives its first values.</param>
    /// <param name="trainable">Whether training changes it.</param>
    protected ResourceVariable add_weight(string name, Shape shape, IInitializer initializer, bool trainable = true)
    {
        using Tensor first = initializer.Apply(new InitializerArgs(shape, DType));
        if (first.shape != shape)
            throw new ArgumentException($"The initializer of {Name}/{name} gave the shape {first.shape} where {shape} was asked for.");
        var weight = new ResourceVariable(first.Copy(DType), $"{Name}/{name}", trainable);
        weights.Add(weight);
        return weight;
    }
}
