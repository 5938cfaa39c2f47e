namespace Tensorflow;

/// <content>Arithmetic, element by element; a scalar takes the tensor's dtype.</content>
public partial class Tensor
{
    /// <summary>The sum, element by element; an axis of length 1 is repeated along the other's.</summary>
    public static Tensor operator +(Tensor lhs, Tensor rhs) => Execution.Run([lhs, rhs], static x => x[0].Plus(x[1]));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(Tensor lhs, int rhs) => lhs.WithNumber(rhs, static (x, number) => x.Plus(number));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(int lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.Plus(x));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(Tensor lhs, float rhs) => lhs.WithNumber(rhs, static (x, number) => x.Plus(number));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(float lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.Plus(x));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(Tensor lhs, double rhs) => lhs.WithNumber(rhs, static (x, number) => x.Plus(number));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(double lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.Plus(x));

    /// <summary>The difference, element by element; an axis of length 1 is repeated along the other's.</summary>
    public static Tensor operator -(Tensor lhs, Tensor rhs) => Execution.Run([lhs, rhs], static x => x[0].sub(x[1]));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(Tensor lhs, int rhs) => lhs.WithNumber(rhs, static (x, number) => x.sub(number));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(int lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.sub(x));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(Tensor lhs, float rhs) => lhs.WithNumber(rhs, static (x, number) => x.sub(number));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(float lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.sub(x));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(Tensor lhs, double rhs) => lhs.WithNumber(rhs, static (x, number) => x.sub(number));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(double lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.sub(x));

    /// <summary>The product, element by element; an axis of length 1 is repeated along the other's.</summary>
    public static Tensor operator *(Tensor lhs, Tensor rhs) => Execution.Run([lhs, rhs], static x => x[0].mul(x[1]));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(Tensor lhs, int rhs) => lhs.WithNumber(rhs, static (x, number) => x.mul(number));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(int lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.mul(x));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(Tensor lhs, float rhs) => lhs.WithNumber(rhs, static (x, number) => x.mul(number));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(float lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.mul(x));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(Tensor lhs, double rhs) => lhs.WithNumber(rhs, static (x, number) => x.mul(number));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(double lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.mul(x));

    /// <summary>The quotient, element by element; an axis of length 1 is repeated along the other's.</summary>
    public static Tensor operator /(Tensor lhs, Tensor rhs) => Execution.Run([lhs, rhs], static x => x[0].div(x[1]));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(Tensor lhs, int rhs) => lhs.WithNumber(rhs, static (x, number) => x.div(number));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(int lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.div(x));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(Tensor lhs, float rhs) => lhs.WithNumber(rhs, static (x, number) => x.div(number));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(float lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.div(x));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(Tensor lhs, double rhs) => lhs.WithNumber(rhs, static (x, number) => x.div(number));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(double lhs, Tensor rhs) => rhs.WithNumber(lhs, static (x, number) => number.div(x));

    /// <summary>The elements with their signs changed.</summary>
    public static Tensor operator -(Tensor x) => Execution.Run([x], static x => x[0].neg());

    private Tensor WithNumber(double number, Func<TorchTensor, TorchTensor, TorchTensor> compute)
    {
        if (!dtype.IsFloating() && number != Math.Truncate(number))
            throw new ArgumentException($"{number} has no place in arithmetic with a tensor of dtype {dtype}; make the tensor floating-point.");
        return Execution.Run([this], x =>
        {
            using TorchTensor scalar = torch.tensor(number, dtype.ToTorch());
            return compute(x[0], scalar);
        });
    }
}
