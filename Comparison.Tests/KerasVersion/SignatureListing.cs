using System.Numerics;
using System.Text.RegularExpressions;

namespace Comparison.Tests;

/// <summary>A member spelled so that a listing and an assembly's metadata agree on it: full type names, no parameter names.</summary>
/// <param name="Name">As metadata has it: <c>get_shape</c>, <c>op_Addition</c>, <c>.ctor</c>.</param>
/// <param name="Signature">Return type, name and parameter types.</param>
internal sealed record ApiMember(string Name, string Signature)
{
    /// <summary>A method, with type parameters as <c>!!0</c> (its own) and <c>!0</c> (its type's).</summary>
    public static ApiMember Method(bool is_static, string returns, string name, int type_parameters, IEnumerable<string> parameters) =>
        new(name, $"{(is_static ? "static " : "")}{returns} {name}{(type_parameters == 0 ? "" : $"`{type_parameters}")}({string.Join(", ", parameters)})");

    /// <summary>A field; metadata does not tell whether it is static.</summary>
    public static ApiMember Field(string type, string name) => new(name, $"{type} {name}");
}

/// <summary>A member and the line of the listing that gives it.</summary>
internal sealed record ListedMember(string Type, ApiMember Member, string Line);

/// <summary>
/// A public API written down in C#-like lines: <c># Namespace: kind Name : bases</c> before each type, then a member a line.
/// </summary>
internal sealed partial class SignatureListing
{
    private static readonly Dictionary<string, Type> SystemTypes = new[] { typeof(object), typeof(Stack<>), typeof(Complex) }
        .Select(type => type.Assembly).Distinct().SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => !type.IsNested && type.Namespace is "System" or "System.Collections" or "System.Collections.Generic" or "System.IO" or "System.Numerics")
        .ToDictionary(type => type.Name);

    private readonly Dictionary<string, ListedType> types = [];
    private readonly ILookup<string, string> full_names;
    private readonly HashSet<string> roots;
    private readonly HashSet<string> named_only = [];

    private SignatureListing(IEnumerable<ListedType> listed)
    {
        foreach (ListedType type in listed)
            types.Add(type.FullName, type);
        full_names = types.Keys.ToLookup(SimpleName);
        roots = [.. types.Keys.Select(Root)];
        foreach (ListedType type in types.Values)
            Read(type);
    }

    /// <summary>Every member of every type.</summary>
    public IEnumerable<ListedMember> Members => types.Values.SelectMany(type => type.Members);

    /// <summary>Lines that are no signature, as where the listing breaks off in the middle of one.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>Reads a listing.</summary>
    /// <exception cref="FormatException">A header is not of the form <c># Namespace: kind Name : bases</c>.</exception>
    public static SignatureListing Parse(string text)
    {
        var listed = new List<ListedType>();
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd()))
            if (line.StartsWith('#'))
                listed.Add(Header().Match(line) is { Success: true } header
                    ? new ListedType(header)
                    : throw new FormatException($"'{line}' is not '# Namespace: kind Name : bases'."));
            else if (line.StartsWith("  ", StringComparison.Ordinal))
                listed[^1].Lines.Add(line.Trim());
        return new(listed);
    }

    /// <summary>Whether a type is listed.</summary>
    /// <param name="full_name">As metadata has it, <c>Space.Outer.Inner`1</c>.</param>
    public bool Lists(string full_name) => types.ContainsKey(full_name);

    /// <summary>Whether signatures use a type of this simple name that no header gives, so that its namespace is not known.</summary>
    public bool OnlyNames(string full_name) => roots.Contains(Root(full_name)) && named_only.Contains(SimpleName(full_name));

    /// <summary>How signatures of this listing spell a type.</summary>
    public string Spelling(string full_name) => WithoutArity(!Lists(full_name) && OnlyNames(full_name) ? SimpleName(full_name) : full_name);

    /// <summary>The full names of listed types with the simple name of a given one.</summary>
    public IEnumerable<string> Namesakes(string full_name) => full_names[SimpleName(full_name)];

    /// <summary>The members of a type with those of its bases: a class has its base class's, an interface its interfaces'.</summary>
    public IEnumerable<ListedMember> MembersOf(string full_name) =>
        types.TryGetValue(full_name, out ListedType? type)
            ? type.Members.Concat(type.Bases.Where(name => types.GetValueOrDefault(name)?.Kind == type.Kind).SelectMany(MembersOf).Where(member => member.Member.Name != ".ctor"))
            : [];

    /// <summary>The bases of a type that no header gives.</summary>
    public IEnumerable<string> UnlistedBasesOf(string full_name) =>
        types[full_name].Bases.SelectMany(name => Lists(name) ? UnlistedBasesOf(name) : [name]);

    private static string Root(string full_name) => full_name.Split('.')[0];

    private static string SimpleName(string full_name) => full_name[(full_name.LastIndexOf('.') + 1)..];

    private static string WithoutArity(string full_name) => Arity().Replace(full_name, "");

    private void Read(ListedType type)
    {
        var signatures = new SignatureReader(type.Name, type.TypeParameters, (name, arity) => Resolve(type, name, arity));
        type.Bases.AddRange(signatures.Types(type.BaseList).Select(name => name.Definition).OfType<string>());
        if (type.Kind == "enum")
        {
            type.Members.AddRange(type.Lines.SelectMany(line => line.Split(", "))
                .Select(name => new ListedMember(type.FullName, ApiMember.Field(WithoutArity(type.FullName), name), name)));
            return;
        }

        foreach (string line in type.Lines)
        {
            var members = signatures.Members(line);
            if (members.Count == 0)
                Unread.Add(line);
            type.Members.AddRange(members.Select(member => new ListedMember(type.FullName, member, line)));
        }

        // A class without a constructor has one without parameters; a struct has that one always.
        ApiMember constructor = ApiMember.Method(false, "void", ".ctor", 0, []);
        if ((type.Kind == "class" && type.Members.All(member => member.Member.Name != ".ctor"))
            || (type.Kind == "struct" && type.Members.All(member => member.Member != constructor)))
            type.Members.Add(new(type.FullName, constructor, $"{type.Name}()"));
    }

    /// <summary>
    /// Finds what a name means inside a type: a listed type as C# would look for it (inside out, then in other namespaces), a
    /// type of the system, or a type that is not listed, which keeps its simple name.
    /// </summary>
    private TypeName Resolve(ListedType scope, string name, int arity)
    {
        string key = arity == 0 ? name : $"{name}`{arity}";
        for (string outer = scope.FullName; ; outer = outer[..outer.LastIndexOf('.')])
        {
            if (types.TryGetValue($"{outer}.{key}", out ListedType? listed))
                return listed.TypeName;
            if (!outer.Contains('.'))
                break;
        }
        if (types.TryGetValue(key, out ListedType? exact))
            return exact.TypeName;
        if (full_names[key].ToList() is [string single])
            return types[single].TypeName;
        if (SystemTypes.TryGetValue(key.StartsWith("System.", StringComparison.Ordinal) ? SimpleName(key) : key, out Type? system))
            return new(WithoutArity(system.FullName!), system.FullName!, system.IsValueType);

        named_only.Add(SimpleName(key));
        return new(SimpleName(name), key, IsValueType: false);
    }

    [GeneratedRegex(@"^# (?<namespace>[\w.]+): (?<kind>class|struct|interface|enum) (?<name>[\w.]+)(<(?<parameters>[\w, ]+)>)?( : (?<bases>.+?))?( where .+)?$")]
    private static partial Regex Header();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    private sealed class ListedType(Match header)
    {
        public string Kind { get; } = header.Groups["kind"].Value;

        public string[] TypeParameters { get; } = header.Groups["parameters"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);

        public string Name { get; } = SimpleName(header.Groups["name"].Value);

        public string FullName => $"{header.Groups["namespace"]}.{header.Groups["name"]}{(TypeParameters.Length == 0 ? "" : $"`{TypeParameters.Length}")}";

        public TypeName TypeName => new(WithoutArity(FullName), FullName, Kind is "struct" or "enum");

        public string BaseList { get; } = header.Groups["bases"].Value;

        public List<string> Bases { get; } = [];

        public List<string> Lines { get; } = [];

        public List<ListedMember> Members { get; } = [];
    }
}
