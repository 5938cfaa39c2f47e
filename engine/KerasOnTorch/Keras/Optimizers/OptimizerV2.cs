using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations.Initializers;

namespace Tensorflow.Keras.Optimizers;

/// <summary>What all optimizers have in common: the step size, the number of steps taken, and slots beside the variables.</summary>
public abstract class OptimizerV2 : IOptimizer
{
    private readonly float decay;
    private readonly ResourceVariable learning_rate;
    private readonly Dictionary<(IVariableV1, string), ResourceVariable> slots = [];
    private long steps;

    /// <param name="args">Step size and its decay.</param>
    protected OptimizerV2(OptimizerV2Args args)
    {
        TF_DataType floatx = KerasApi.keras.backend.floatx();
        learning_rate = new(Conversion.ToTorch(args.LearningRate, floatx), "learning_rate", trainable: false);
        decay = args.InitialDecay;
    }

    /// <summary>The step size, of dtype floatx: a float is read by its shortest decimal in float64. The next step uses what is assigned to it.</summary>
    public IVariableV1 lr => learning_rate;

    /// <summary>Everything the optimizer keeps, the number of steps among it; empty before the first, as Keras counts it.</summary>
    internal IReadOnlyList<ResourceVariable> Variables => steps == 0
        ? []
        : [new(Conversion.ToTorch(steps, TF_DataType.TF_INT64), "iterations", trainable: false), learning_rate, .. slots.Values];

    /// <inheritdoc/>
    public void apply_gradients(IEnumerable<(Tensor, IVariableV1)> grads_and_vars, string? name = null, bool experimental_aggregate_gradients = true)
    {
        (Tensor? Gradient, ResourceVariable Variable)[] pairs = [.. grads_and_vars.Select(pair => (pair.Item1, Own(pair.Item2)))];
        if (Array.TrueForAll(pairs, pair => pair.Gradient is null))
            throw new ArgumentException($"No gradient is given for any of {string.Join(", ", pairs.Select(pair => pair.Variable.Name))}; ask a tape that saw the loss.");
        foreach (var (gradient, variable) in pairs)
            if (gradient is not null && gradient.shape != variable.shape)
                throw new ArgumentException($"The gradient for {variable.Name} has shape {gradient.shape}; the variable has {variable.shape}.");

        foreach (var (gradient, variable) in pairs)
        {
            if (gradient is null)
                continue;
            using TorchTensor slope = Detached(gradient, variable.dtype);
            using TorchTensor rate = Rate(variable.dtype);
            variable.Replace(Step(variable, variable.Values, slope, rate));
            GC.KeepAlive(gradient);
        }
        steps++;
    }

    /// <inheritdoc/>
    public IVariableV1 add_slot(IVariableV1 var, string slot_name, IInitializer? initializer = null)
    {
        if (slots.TryGetValue((var, slot_name), out ResourceVariable? slot))
            return slot;
        using Tensor first = (initializer ?? new Zeros()).Apply(new InitializerArgs(var.shape, var.dtype));
        return slots[(var, slot_name)] = new(first.Copy(var.dtype), $"{var.Name}/{slot_name}", trainable: false);
    }

    /// <summary>The variable's values after one step.</summary>
    private protected abstract TorchTensor Step(ResourceVariable variable, TorchTensor values, TorchTensor gradient, TorchTensor rate);

    /// <summary>The step size of the step under way.</summary>
    private TorchTensor Rate(TF_DataType dtype)
    {
        TorchTensor rate = learning_rate.Values.to_type(dtype.ToTorch());
        if (decay == 0)
            return rate;
        using (rate)
        {
            using TorchScalar divisor = 1 + HyperParameter.Read(decay, dtype) * steps;
            return rate.div(divisor);
        }
    }

    /// <summary>A gradient without what any tape knows of it.</summary>
    private static TorchTensor Detached(Tensor gradient, TF_DataType dtype)
    {
        TorchTensor detached = gradient.Torch.detach();
        if (gradient.dtype == dtype)
            return detached;
        using (detached)
            return detached.to_type(dtype.ToTorch());
    }

    private static ResourceVariable Own(IVariableV1 variable) => variable as ResourceVariable
        ?? throw new ArgumentException($"{variable.Name} is a {variable.GetType().Name}; an optimizer changes variables of layers or of tf.Variable.");
}
