using Tensorflow;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras.Layers;

/// <summary>Tests of layers, each of which starts with no model made before it, in float64.</summary>
public abstract class LayerTests
{
    /// <summary>Forgets what the test before left.</summary>
    [TestInitialize]
    public void StartAnew()
    {
        keras.backend.clear_session();
        keras.backend.set_floatx(TF_DataType.TF_DOUBLE);
    }
}
