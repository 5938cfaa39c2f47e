namespace Tensorflow.Framework.Models;

/// <summary>Describes what kind of tensor stands in a place.</summary>
public abstract class TypeSpec;
