namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an <see cref="Layers.InputLayer"/> is made from: <see cref="LayerArgs.BatchInputShape"/> above all.</summary>
public class InputLayerArgs : LayerArgs;
