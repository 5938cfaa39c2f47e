namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What every model is made from.</summary>
public class ModelArgs : LayerArgs;
