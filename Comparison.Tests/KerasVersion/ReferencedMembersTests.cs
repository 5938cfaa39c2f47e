using System.Collections;
using System.Numerics;

namespace Comparison.Tests;

/// <summary>This test program is read as the assembly, and <see cref="Probe"/> is what it uses of the namespace <c>System</c>.</summary>
[TestClass]
public sealed class ReferencedMembersTests
{
    private static readonly string Assembly = typeof(ReferencedMembersTests).Assembly.Location;
    private static readonly ReferencedMembers Referenced = ReferencedMembers.Of(Assembly, "System", name => name);

    [TestMethod]
    [DataRow("System.Array", "int GetLength(int)")]
    [DataRow("System.ValueTuple`2", "!0 Item1")]
    [DataRow("System.Collections.Generic.List`1", "void Add(!0)")]
    [DataRow("System.Collections.Generic.List`1.Enumerator", "bool MoveNext()")]
    [DataRow("System.Collections.Generic.Dictionary`2", "bool TryGetValue(!0, !1&)")]
    [DataRow("System.Linq.Enumerable", "static System.Collections.Generic.List`1<!!0> ToList`1(System.Collections.Generic.IEnumerable`1<!!0>)")]
    [DataRow("System.Numerics.BigInteger", "static System.Numerics.BigInteger op_Multiply(System.Numerics.BigInteger, System.Numerics.BigInteger)")]
    public void A_used_member_is_found_with_its_types(string type, string signature)
    {
        Assert.Contains(type, Referenced.Types);
        Assert.Contains((type, signature), Referenced.Members.Select(reference => (reference.Type, reference.Member.Signature)));
    }

    [TestMethod]
    public void What_is_not_below_the_namespace_is_left_out()
    {
        var narrower = ReferencedMembers.Of(Assembly, "System.Numerics", name => name);
        Assert.IsNotEmpty(narrower.Members);
        Assert.IsTrue(narrower.Types.Concat(narrower.Members.Select(member => member.Type)).All(type => type.StartsWith("System.Numerics.", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void An_implementation_has_its_public_methods_and_its_explicit_ones()
    {
        Implementation implementation = Referenced.Implementations.Single(found => found is { Class: nameof(Probe), Interface: "System.Collections.IEqualityComparer" });
        Assert.Contains("bool Equals(object, object)", implementation.Members.Select(member => member.Signature));
        Assert.Contains("int GetHashCode(object)", implementation.Members.Select(member => member.Signature));
    }

    private sealed class Probe : IEqualityComparer
    {
        public int GetHashCode(object obj)
        {
            var squares = new List<BigInteger>();
            (int Length, string Name) first = (((Array)obj).GetLength(0), "");
            if (new Dictionary<string, List<BigInteger>>().TryGetValue(first.Name, out List<BigInteger>? numbers))
                foreach (BigInteger number in numbers.AsEnumerable().ToList())
                    squares.Add(number * number);
            return first.Length + squares.Count;
        }

        bool IEqualityComparer.Equals(object? x, object? y) => true;
    }
}
