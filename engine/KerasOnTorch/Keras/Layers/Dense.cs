using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations.Initializers;

namespace Tensorflow.Keras.Layers;

/// <summary>activation(inputs · kernel + bias): every output depends on every input of its row.</summary>
public class Dense : Layer
{
    private readonly DenseArgs args;
    private readonly IInitializer kernel_initializer, bias_initializer;
    private ResourceVariable? kernel, bias;

    /// <param name="args">Units, activation, bias and initializers.</param>
    /// <exception cref="ArgumentException">There are no units.</exception>
    public Dense(DenseArgs args)
        : base(args)
    {
        if (args.Units < 1)
            throw new ArgumentException($"Dense with {args.Units} units has no outputs; give it 1 or more.");
        this.args = args;
        kernel_initializer = args.KernelInitializer ?? new GlorotUniform();
        bias_initializer = args.BiasInitializer ?? new Zeros();
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new([.. input_shape.dims.SkipLast(1), args.Units]);

    /// <inheritdoc/>
    protected override void CreateWeights(Shape input_shape)
    {
        if (input_shape.ndim < 2 || input_shape[-1] < 1)
            throw new ArgumentException($"The layer {Name} cannot take inputs of shape {input_shape}; it needs rows of a known number of inputs, as in (None, 3).");
        kernel = add_weight("kernel", (int[])[(int)input_shape[-1], args.Units], kernel_initializer);
        if (args.UseBias)
            bias = add_weight("bias", args.Units, bias_initializer);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors? state, bool? training, IOptionalArgs? optional_args)
    {
        Tensor x = inputs.dtype == DType ? inputs : Execution.Run([inputs], x => x[0].to_type(DType.ToTorch()));
        Tensor weights = kernel!.Read();
        // Checked here, as the dtypes are above: an impossible matrix product ends the process inside TorchSharp.
        if (x.rank < 2 || x.shape[-1] != weights.shape[0])
            throw new ArgumentException($"The layer {Name} takes {weights.shape[0]} inputs a row; it was given the shape {x.shape}.");
        Tensor output = bias is null
            ? Execution.Run([x, weights], static x => x[0].matmul(x[1]))
            : Execution.Run([x, weights, bias.Read()], static x =>
            {
                using TorchTensor product = x[0].matmul(x[1]);
                return product.Plus(x[2]);
            });
        return args.Activation is null ? output : args.Activation.Apply(output);
    }
}
