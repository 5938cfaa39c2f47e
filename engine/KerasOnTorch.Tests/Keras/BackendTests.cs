using Tensorflow;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras;

[TestClass]
public sealed class BackendTests
{
    [TestMethod]
    public void The_default_dtype_is_set_for_what_is_made_afterwards()
    {
        keras.backend.set_floatx(TF_DataType.TF_DOUBLE);
        Assert.AreEqual(TF_DataType.TF_DOUBLE, keras.backend.floatx());
        var before = keras.layers.Dense(1);
        keras.backend.set_floatx(TF_DataType.TF_FLOAT);
        Assert.AreEqual(TF_DataType.TF_DOUBLE, before.DType);
        Assert.AreEqual(TF_DataType.TF_FLOAT, keras.layers.Dense(1).DType);
    }

    [TestMethod]
    public void A_default_dtype_is_floating_point() => Assert.AreEqual(
        "floatx cannot be TF_INT32; it must be TF_FLOAT or TF_DOUBLE.",
        Assert.ThrowsExactly<ArgumentException>(() => keras.backend.set_floatx(TF_DataType.TF_INT32)).Message);
}
