using System.Text.RegularExpressions;

namespace Comparison.Tests;

/// <summary>What a name of a type stands for.</summary>
/// <param name="Text">Its spelling in signatures.</param>
/// <param name="Definition">Its name in metadata, <c>Space.Outer.Inner`1</c>; null where it has none: a keyword, a type parameter, an array.</param>
/// <param name="IsValueType">Whether <c>?</c> makes another type of it.</param>
internal readonly record struct TypeName(string Text, string? Definition, bool IsValueType);

/// <summary>Reads C#-like signatures, a line each.</summary>
/// <param name="type">The simple name of the type whose members the lines are.</param>
/// <param name="type_parameters">The type parameters of that type.</param>
/// <param name="resolve">Finds a type by the name that a signature gives it and its number of type arguments.</param>
internal sealed partial class SignatureReader(string type, string[] type_parameters, Func<string, int, TypeName> resolve)
{
    private static readonly Dictionary<string, (string Unary, string Binary)> Operators = new()
    {
        ["+"] = ("op_UnaryPlus", "op_Addition"),
        ["-"] = ("op_UnaryNegation", "op_Subtraction"),
        ["*"] = ("", "op_Multiply"),
        ["/"] = ("", "op_Division"),
        ["%"] = ("", "op_Modulus"),
        ["++"] = ("op_Increment", ""),
        ["--"] = ("op_Decrement", ""),
        ["=="] = ("", "op_Equality"),
        ["!="] = ("", "op_Inequality"),
        ["<"] = ("", "op_LessThan"),
        [">"] = ("", "op_GreaterThan"),
        ["<="] = ("", "op_LessThanOrEqual"),
        [">="] = ("", "op_GreaterThanOrEqual"),
    };

    private static readonly string[] ReferenceKeywords = ["object", "string", "void"];

    private static readonly string[] ValueKeywords =
        ["bool", "byte", "sbyte", "char", "short", "ushort", "int", "uint", "long", "ulong", "float", "double"];

    private string text = "";
    private int position;
    private string[] method_parameters = [];
    private HashSet<string> value_parameters = [];

    /// <summary>The members that a line gives, a property its accessors; none where the line is no signature.</summary>
    public IReadOnlyList<ApiMember> Members(string line)
    {
        int constraints = line.IndexOf(" where ", StringComparison.Ordinal);
        text = constraints < 0 ? line : line[..constraints];
        position = 0;
        method_parameters = MethodTypeParameters().Match(text).Groups[1].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        value_parameters = [.. ValueConstraint().Matches(line).Select(match => match.Groups[1].Value)];
        try
        {
            IReadOnlyList<ApiMember> members = Member();
            return position == text.Length ? members : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>The types of a list with commas.</summary>
    public IReadOnlyList<TypeName> Types(string list)
    {
        text = list;
        position = 0;
        var types = new List<TypeName>();
        while (position < text.Length)
        {
            types.Add(ReadType());
            SkipComma();
        }
        return types;
    }

    private IReadOnlyList<ApiMember> Member()
    {
        bool is_static = Skip("static ") || Skip("const ");
        Skip("abstract ");
        bool is_implicit = Skip("implicit operator ");
        if (is_implicit || Skip("explicit operator "))
            return [ApiMember.Method(is_static, ReadType().Text, is_implicit ? "op_Implicit" : "op_Explicit", 0, Parameters("(", ")"))];

        if (Skip($"{type}(") || Skip($"{type} ("))
        {
            position--;
            return [ApiMember.Method(is_static, "void", ".ctor", 0, Parameters("(", ")"))];
        }

        string result = ReadType().Text;
        Expect(" ");
        if (Skip("operator "))
        {
            string symbol = Word(Symbol());
            List<string> operands = Parameters("(", ")");
            var (unary, binary) = Operators[symbol];
            return [ApiMember.Method(is_static, result, operands.Count == 1 ? unary : binary, 0, operands)];
        }

        string member = Word(Identifier()).TrimStart('@');
        List<string> indices = member == "this" ? Parameters("[", "]") : [];
        if (Skip(" { "))
        {
            string property = member == "this" ? "Item" : member;
            var accessors = new List<ApiMember>();
            if (Skip("get; "))
                accessors.Add(ApiMember.Method(is_static, result, $"get_{property}", 0, indices));
            if (Skip("set; "))
                accessors.Add(ApiMember.Method(is_static, "void", $"set_{property}", 0, [.. indices, result]));
            Expect("}");
            return accessors;
        }

        Word(Default());
        if (position == text.Length)
            return [ApiMember.Field(result, member)];

        if (method_parameters.Length > 0)
            Expect($"<{string.Join(", ", method_parameters)}>");
        return [ApiMember.Method(is_static, result, member, method_parameters.Length, Parameters("(", ")"))];
    }

    private List<string> Parameters(string open, string close)
    {
        Skip(" ");
        Expect(open);
        var types = new List<string>();
        while (!Skip(close))
        {
            _ = Skip("params ") || Skip("this ");
            bool by_reference = Skip("ref ") || Skip("out ") || Skip("in ");
            types.Add(ReadType().Text + (by_reference ? "&" : ""));
            Expect(" ");
            Word(Identifier());
            Word(Default());
            SkipComma();
        }
        return types;
    }

    private TypeName ReadType()
    {
        TypeName read = text[position..].StartsWith('(') ? ReadTuple() : ReadName();
        if (Skip("?") && read.IsValueType)
            read = Generic(resolve("Nullable", 1), [read.Text]);
        while (Word(Brackets()) is { Length: > 0 } brackets)
        {
            read = new(read.Text + brackets, null, false);
            Skip("?");
        }
        while (Skip("*"))
            read = new(read.Text + "*", null, false);
        return read;
    }

    private TypeName ReadTuple()
    {
        Expect("(");
        var elements = new List<string>();
        while (!Skip(")"))
        {
            elements.Add(ReadType().Text);
            if (Skip(" "))
                Word(Identifier());
            SkipComma();
        }
        return Generic(resolve("ValueTuple", elements.Count), elements);
    }

    private TypeName ReadName()
    {
        string name = Word(QualifiedName());
        if (ValueKeywords.Contains(name) || ReferenceKeywords.Contains(name))
            return new(name, null, ValueKeywords.Contains(name));
        if (Array.IndexOf(method_parameters, name) is >= 0 and var own)
            return new($"!!{own}", null, value_parameters.Contains(name));
        if (Array.IndexOf(type_parameters, name) is >= 0 and var outer)
            return new($"!{outer}", null, false);
        if (!Skip("<"))
            return resolve(name, 0);

        var arguments = new List<string>();
        while (!Skip(">"))
        {
            arguments.Add(ReadType().Text);
            SkipComma();
        }
        return Generic(resolve(name, arguments.Count), arguments);
    }

    private static TypeName Generic(TypeName definition, List<string> arguments) =>
        definition with { Text = $"{definition.Text}<{string.Join(", ", arguments)}>" };

    private bool Skip(string expected)
    {
        bool found = string.CompareOrdinal(text, position, expected, 0, expected.Length) == 0;
        if (found)
            position += expected.Length;
        return found;
    }

    private void SkipComma()
    {
        if (Skip(","))
            Skip(" ");
    }

    private void Expect(string expected)
    {
        if (!Skip(expected))
            throw new FormatException($"'{expected}' expected at {position} of '{text}'.");
    }

    private string Word(Regex pattern)
    {
        Match match = pattern.Match(text, position);
        if (!match.Success)
            throw new FormatException($"{pattern} expected at {position} of '{text}'.");
        position += match.Length;
        return match.Value;
    }

    [GeneratedRegex(@" @?\w+<([\w, ]+)>\(")]
    private static partial Regex MethodTypeParameters();

    [GeneratedRegex(@" where (\w+) ?: ?(?:struct|unmanaged)")]
    private static partial Regex ValueConstraint();

    [GeneratedRegex(@"\G@?\w+")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\G[\w.]+")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"\G(\+\+|--|[=!<>]=|[-+*/%<>])")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\G(\[,*\])?")]
    private static partial Regex Brackets();

    [GeneratedRegex("""\G( ?= ?("[^"]*"|'[^']*'|\([^)]*\)|[^,()"'\[\]])*)?""")]
    private static partial Regex Default();
}
