namespace Tensorflow.Common.Types;

/// <summary>Further inputs that some layers take beside their tensors.</summary>
public interface IOptionalArgs
{
    /// <summary>Says whose inputs they are.</summary>
    string Identifier { get; }
}
