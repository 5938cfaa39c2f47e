namespace Comparison.Tests;

[TestClass]
public sealed class SignatureListingTests
{
    private const string Small = """
        What precedes the first header is about the listing.
        # Space: class Base
          Base(int n)
          int size { get; }
        # Space: class Thing : Base, IThing
          Thing(Thing other = null, params int[] sizes)
          string Name { get; set; }
          Thing this[int row, Kind? kind] { get; }
          int count
          const string NONE = "none"
          Thing Loose (int a,float b)
          static Thing operator -(Thing x)
          static Thing operator -(Thing x, float y)
          static implicit operator Thing((int, Base) pair)
          static implicit operator int[]?(Thing thing)
          T[] ToArray<T>(T? start, out long[,] rest) where T : unmanaged
          static T First<T>(this IEnumerable<(T, Unlisted<T>)> list, T? otherwise = null, string separator = ", (")
          Inner Open(Other.Far far, Random random, Unlisted<int>? box, IntPtr* place = null)
          Thing broken(int a
        # Space: class Thing.Inner
        # Space: class Pair<TFirst, TSecond>
          TFirst first { get; }
        # Space: interface IThing : IBase, IUnknown
          void Do()
        # Space: interface IBase
          void Undo(Far far)
        # Space.Other: class Far
        # Space: enum Kind
          Small, Large
        """;

    private static readonly SignatureListing Listing = SignatureListing.Parse(Small);

    [TestMethod]
    [DataRow("Space.Thing", "void .ctor(Space.Thing, int[])")]
    [DataRow("Space.Thing", "string get_Name()")]
    [DataRow("Space.Thing", "void set_Name(string)")]
    [DataRow("Space.Thing", "Space.Thing get_Item(int, System.Nullable<Space.Kind>)")]
    [DataRow("Space.Thing", "int count")]
    [DataRow("Space.Thing", "string NONE")]
    [DataRow("Space.Thing", "Space.Thing Loose(int, float)")]
    [DataRow("Space.Thing", "static Space.Thing op_UnaryNegation(Space.Thing)")]
    [DataRow("Space.Thing", "static Space.Thing op_Subtraction(Space.Thing, float)")]
    [DataRow("Space.Thing", "static Space.Thing op_Implicit(System.ValueTuple<int, Space.Base>)")]
    [DataRow("Space.Thing", "static int[] op_Implicit(Space.Thing)")]
    [DataRow("Space.Thing", "!!0[] ToArray`1(System.Nullable<!!0>, long[,]&)")]
    [DataRow("Space.Thing", "static !!0 First`1(System.Collections.Generic.IEnumerable<System.ValueTuple<!!0, Unlisted<!!0>>>, !!0, string)")]
    [DataRow("Space.Thing", "Space.Thing.Inner Open(Space.Other.Far, System.Random, Unlisted<int>, System.IntPtr*)")]
    [DataRow("Space.Thing.Inner", "void .ctor()")]
    [DataRow("Space.Pair`2", "!0 get_first()")]
    [DataRow("Space.IBase", "void Undo(Space.Other.Far)")]
    [DataRow("Space.Kind", "Space.Kind Large")]
    public void A_line_is_read_as_metadata_would_have_it(string type, string signature) =>
        Assert.Contains(signature, Listing.MembersOf(type).Select(member => member.Member.Signature));

    [TestMethod]
    [DataRow("Space.Thing", "int get_size()", true)]
    [DataRow("Space.Thing", "void Do()", false)]
    [DataRow("Space.Thing", "void .ctor(int)", false)]
    [DataRow("Space.Thing", "void .ctor()", false)]
    [DataRow("Space.IThing", "void Undo(Space.Other.Far)", true)]
    [DataRow("Space.IThing", "void .ctor()", false)]
    public void A_class_has_its_base_class_s_members_and_an_interface_its_interfaces_but_no_constructors(string type, string signature, bool has) =>
        Assert.AreEqual(has, Listing.MembersOf(type).Any(member => member.Member.Signature == signature));

    [TestMethod]
    public void A_base_that_no_header_gives_is_known_as_such() =>
        Assert.AreSequenceEqual(["IUnknown"], Listing.UnlistedBasesOf("Space.IThing"));

    [TestMethod]
    [DataRow("Space.Somewhere.Unlisted`1", "Unlisted")]
    [DataRow("Elsewhere.Unlisted`1", "Elsewhere.Unlisted")]
    [DataRow("Space.Somewhere.Thing", "Space.Somewhere.Thing")]
    [DataRow("System.Collections.Generic.List`1", "System.Collections.Generic.List")]
    public void A_type_that_is_only_named_goes_by_its_simple_name_within_the_listing_s_namespaces(string full_name, string spelling) =>
        Assert.AreEqual(spelling, Listing.Spelling(full_name));

    [TestMethod]
    public void A_line_that_breaks_off_is_no_signature() =>
        Assert.AreSequenceEqual(["Thing broken(int a"], Listing.Unread);

    [TestMethod]
    public void A_header_of_another_form_is_refused_in_one_line() =>
        Assert.AreEqual(
            "'# Space class Thing' is not '# Namespace: kind Name : bases'.",
            Assert.ThrowsExactly<FormatException>(() => SignatureListing.Parse("# Space class Thing")).Message);

    [TestMethod]
    public void TensorFlow_NET_s_listing_is_read_but_for_two_lines_that_break_off() =>
        Assert.AreSequenceEqual(
            ["Tensor this[Tensor start, Tensor stop", """Tokenizer(int num_words = -1, string filters = "!\"#$%&()*+,-./:;<"""],
            SignatureListing.Parse(File.ReadAllText(Path.Combine(Recordings.Root, "reference", "tensorflow-net-signatures.txt"))).Unread);
}
