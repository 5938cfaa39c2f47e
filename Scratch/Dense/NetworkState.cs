using System.Numerics;

namespace Scratch.Dense;

/// <summary>All that a training goes on from, in the same bits as if it had never stopped.</summary>
/// <param name="Steps">How many steps were taken; Adam counts them.</param>
/// <param name="Quantities">What the optimizer remembers of each parameter, then the parameters, as a traced step would have recorded them last.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record NetworkState<T>(long Steps, IReadOnlyList<Quantity<T>> Quantities)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
