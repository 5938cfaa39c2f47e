namespace Comparison.Tests;

/// <summary>
/// KerasVersion compiles against TensorFlow.NET's packages as it does against KerasOnTorch: whatever its assembly uses of
/// <c>Tensorflow</c> is in the listing of their public API. Metadata does not keep the names of enum members and of
/// parameters, nor which arguments were left out; those only the compiler sees, with <c>KerasEngine=TensorFlow</c>.
/// </summary>
[TestClass]
public sealed class UsesOnlyTensorFlowNetApi
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "KerasVersion.dll");
    private static readonly string Text = File.ReadAllText(Path.Combine(Recordings.Root, "reference", "tensorflow-net-signatures.txt"));

    [TestMethod]
    public void KerasVersion_uses_only_what_TensorFlow_NET_has() => Check(Assembly);

    [TestMethod]
    [DataRow("Tensorflow.Gradients.GradientTape", "gradient")]
    [DataRow("Tensorflow.tensorflow.MathApi", "log")]
    [DataRow("Tensorflow.IVariableV1", "assign")]
    [DataRow("Tensorflow.Keras.Activation", "set_ActivationFunction")]
    [DataRow("Tensorflow.Tensor", "op_Subtraction")]
    public void Its_calls_are_seen(string type, string member) =>
        Assert.Contains((type, member), Referenced(Assembly, SignatureListing.Parse(Text)).Members.Select(reference => (reference.Type, reference.Member.Name)));

    [TestMethod]
    [DataRow("# Tensorflow: class tensorflow.MathApi", "Tensor log(Tensor x, string name = null)", "Tensor log(NDArray x, string name = null)",
        "Tensorflow.tensorflow.MathApi has no 'Tensorflow.Tensor log(Tensorflow.Tensor, string)'; the nearest: 'Tensor log(NDArray x, string name = null)'")]
    [DataRow("# Tensorflow.Keras: interface IOptimizerApi", "IOptimizer SGD(float learning_rate", "IOptimizer SGD(double learning_rate",
        "Tensorflow.Keras.IOptimizerApi has no 'Tensorflow.Keras.Engine.IOptimizer SGD(float, float)'; the nearest: 'IOptimizer SGD(double learning_rate")]
    [DataRow("# Tensorflow.Keras.Engine: class Sequential", "void add(ILayer layer)", "ILayer add(ILayer layer)",
        "Tensorflow.Keras.Engine.Sequential has no 'void add(Tensorflow.Keras.ILayer)'; the nearest: 'ILayer add(ILayer layer)'")]
    [DataRow("# Tensorflow: class KerasApi", "static KerasInterface keras", "KerasInterface keras",
        "Tensorflow.KerasApi has no 'static Tensorflow.Keras.KerasInterface get_keras()'; the nearest: 'KerasInterface keras { get; }'")]
    [DataRow("# Tensorflow.Keras: class Activation\n", "string Name { get; set; }", "string Name { get; }",
        "Tensorflow.Keras.Activation has no 'void set_Name(string)'")]
    [DataRow("# Tensorflow: interface IVariableV1", "Tensor assign<T>(T value", "Tensor assign(object value",
        "Tensorflow.IVariableV1 has no 'Tensorflow.Tensor assign`1(!!0, bool, string, bool)'; the nearest: 'Tensor assign(object value")]
    [DataRow("# Tensorflow.Keras.Losses: interface ILossFunc", "string Reduction { get; }", "string Reduction { get; }\n  bool IsFused { get; }",
        "RecordedLoss`1 does not implement 'bool IsFused { get; }' of Tensorflow.Keras.Losses.ILossFunc")]
    [DataRow("", "# Tensorflow.Gradients: class GradientTape", "# Tensorflow.Eager: class GradientTape",
        "there is no type Tensorflow.Gradients.GradientTape; there is Tensorflow.Eager.GradientTape")]
    [DataRow("", "# Tensorflow: class KerasApi", "# Tensorflow: class Keras",
        "there is no type Tensorflow.KerasApi")]
    [DataRow("", "# Tensorflow.Keras: class BackendBase", "# Tensorflow.Keras: class Backend",
        "Tensorflow.Keras.BackendBase has no 'void set_floatx(Tensorflow.TF_DataType)'; the nearest: 'void set_floatx(TF_DataType floatx)' of Tensorflow.Keras.Backend")]
    public void A_member_that_TensorFlow_NET_would_not_have_is_named(string below, string line, string changed, string message)
    {
        int start = Text.IndexOf(below, StringComparison.Ordinal);
        int place = Text.IndexOf(line, start, StringComparison.Ordinal);
        var listing = SignatureListing.Parse($"{Text[..place]}{changed}{Text[(place + line.Length)..]}");
        IReadOnlyList<string> differences = NotIn(listing, Assembly);
        Assert.Contains(difference => difference.StartsWith(message, StringComparison.Ordinal), differences, string.Join("\n", differences));
    }

    /// <summary>Asserts that an assembly uses only what TensorFlow.NET has.</summary>
    /// <param name="assembly">The path of its file.</param>
    internal static void Check(string assembly)
    {
        IReadOnlyList<string> differences = NotIn(SignatureListing.Parse(Text), assembly);
        Assert.IsEmpty(differences, string.Join("\n", differences));
    }

    private static ReferencedMembers Referenced(string assembly, SignatureListing listing) => ReferencedMembers.Of(assembly, "Tensorflow", listing.Spelling);

    private static IReadOnlyList<string> NotIn(SignatureListing listing, string assembly)
    {
        ReferencedMembers referenced = Referenced(assembly, listing);
        var differences = new List<string>();
        foreach (string type in referenced.Types.Where(type => !listing.Lists(type) && !listing.OnlyNames(type)))
            differences.Add($"there is no type {type}{(listing.Namesakes(type).ToList() is [_, ..] others ? $"; there is {string.Join(", ", others)}" : "")}");

        foreach (var (type, member) in referenced.Members.Distinct())
            if (listing.MembersOf(type).All(listed => listed.Member != member))
                differences.Add($"{type} has no '{member.Signature}'{Nearest(listing, type, member)}");

        foreach (var (implementing, implemented, members) in referenced.Implementations)
        {
            foreach (ListedMember missing in listing.MembersOf(implemented).Where(listed => !members.Contains(listed.Member)))
                differences.Add($"{implementing} does not implement '{missing.Line}' of {implemented}");
            foreach (string unknown in listing.UnlistedBasesOf(implemented))
                differences.Add($"{implementing} implements {implemented}, whose base {unknown} has unknown members");
        }
        return differences;
    }

    /// <summary>Members of the same name: of the type itself, or of others where it has none.</summary>
    private static string Nearest(SignatureListing listing, string type, ApiMember member)
    {
        ListedMember[] own = [.. listing.MembersOf(type).Where(HasItsName)];
        var words = Words(member).ToHashSet();
        var nearest = (own.Length > 0 ? own : listing.Members.Where(HasItsName))
            .OrderByDescending(listed => Words(listed.Member).Count(words.Contains)).Take(3)
            .Select(listed => $"'{listed.Line}'{(listed.Type == type ? "" : $" of {listed.Type}")}").ToList();
        return nearest.Count == 0 ? "" : $"; the nearest: {string.Join(", ", nearest)}";

        bool HasItsName(ListedMember listed) => listed.Member.Name == member.Name;
        static string[] Words(ApiMember member) => member.Signature.Split(' ', '(', ')', ',');
    }
}
