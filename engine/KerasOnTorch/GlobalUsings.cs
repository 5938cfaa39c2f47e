// TorchSharp's names beside TensorFlow.NET's: its tensor type has one alias everywhere.
global using torch = TorchSharp.torch;
global using TorchScalar = TorchSharp.Scalar;
global using TorchTensor = TorchSharp.torch.Tensor;
