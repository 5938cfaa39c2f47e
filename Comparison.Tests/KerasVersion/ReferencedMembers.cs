using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Comparison.Tests;

/// <summary>A member that an assembly uses of another one.</summary>
/// <param name="Type">The type that declares it, <c>Space.Outer.Inner`1</c>.</param>
/// <param name="Member">The member.</param>
internal sealed record ReferencedMember(string Type, ApiMember Member);

/// <summary>A class of an assembly that implements an interface of another one.</summary>
/// <param name="Class">The class.</param>
/// <param name="Interface">The interface, <c>Space.Outer.Inner`1</c>.</param>
/// <param name="Members">The methods of the class, explicit implementations under the interface's name for them.</param>
internal sealed record Implementation(string Class, string Interface, IReadOnlySet<ApiMember> Members);

/// <summary>
/// What a compiled assembly uses of a namespace and those below it: every type, method, property and field that its code, its
/// signatures and its base lists name. Constants and enum members are not among them: the compiler copies their values.
/// </summary>
internal sealed class ReferencedMembers
{
    private ReferencedMembers(MetadataReader metadata, string root, Func<string, string> spelling)
    {
        var names = new TypeNames(spelling);
        Types = [.. metadata.TypeReferences.Select(type => TypeNames.FullName(metadata, type)).Where(IsBelowRoot).Order()];

        // A generic method's instantiations lead to the same member references.
        foreach (MemberReference reference in metadata.MemberReferences.Select(metadata.GetMemberReference))
            if (names.Of(metadata, reference.Parent) is { } type && IsBelowRoot(type))
                Members.Add(new(type, names.Member(metadata, reference)));

        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
            foreach (InterfaceImplementation implementation in type.GetInterfaceImplementations().Select(metadata.GetInterfaceImplementation))
                if (names.Of(metadata, implementation.Interface) is { } implemented && IsBelowRoot(implemented))
                    Implementations.Add(new(
                        metadata.GetString(type.Name), implemented,
                        names.Methods(metadata, type).ToHashSet()));

        bool IsBelowRoot(string name) => name.StartsWith(root + ".", StringComparison.Ordinal);
    }

    /// <summary>The types, <c>Space.Outer.Inner`1</c>.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The members.</summary>
    public List<ReferencedMember> Members { get; } = [];

    /// <summary>The interfaces that the assembly's classes implement.</summary>
    public List<Implementation> Implementations { get; } = [];

    /// <summary>Reads an assembly without loading it.</summary>
    /// <param name="assembly">Path of the file.</param>
    /// <param name="root">The namespace.</param>
    /// <param name="spelling">How signatures spell a type, by its full name.</param>
    public static ReferencedMembers Of(string assembly, string root, Func<string, string> spelling)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return new(file.GetMetadataReader(), root, spelling);
    }

    /// <summary>Spells the types of signatures.</summary>
    private sealed class TypeNames(Func<string, string> spelling) : ISignatureTypeProvider<TypeName, object?>
    {
        public static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            string outer = type.ResolutionScope.Kind == HandleKind.TypeReference
                ? FullName(metadata, (TypeReferenceHandle)type.ResolutionScope)
                : metadata.GetString(type.Namespace);
            return $"{outer}.{metadata.GetString(type.Name)}";
        }

        /// <summary>The definition behind a reference or a construction; null where it is the assembly's own type, or an array.</summary>
        public string? Of(MetadataReader metadata, EntityHandle type) => type.Kind switch
        {
            HandleKind.TypeReference => FullName(metadata, (TypeReferenceHandle)type),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(this, null).Definition,
            _ => null,
        };

        public ApiMember Member(MetadataReader metadata, MemberReference member) =>
            member.GetKind() == MemberReferenceKind.Field
                ? ApiMember.Field(member.DecodeFieldSignature(this, null).Text, metadata.GetString(member.Name))
                : Method(metadata.GetString(member.Name), member.DecodeMethodSignature(this, null));

        public IEnumerable<ApiMember> Methods(MetadataReader metadata, TypeDefinition type)
        {
            foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition))
                if (method.Attributes.HasFlag(MethodAttributes.Public))
                    yield return Method(metadata.GetString(method.Name), method.DecodeSignature(this, null));
            foreach (MethodImplementation explicitly in type.GetMethodImplementations().Select(metadata.GetMethodImplementation))
                if (explicitly.MethodDeclaration.Kind == HandleKind.MemberReference)
                    yield return Member(metadata, metadata.GetMemberReference((MemberReferenceHandle)explicitly.MethodDeclaration));
        }

        public TypeName GetPrimitiveType(PrimitiveTypeCode code) => Plain(code switch
        {
            PrimitiveTypeCode.Void => "void",
            PrimitiveTypeCode.Object => "object",
            PrimitiveTypeCode.String => "string",
            PrimitiveTypeCode.Boolean => "bool",
            PrimitiveTypeCode.Byte => "byte",
            PrimitiveTypeCode.SByte => "sbyte",
            PrimitiveTypeCode.Char => "char",
            PrimitiveTypeCode.Int16 => "short",
            PrimitiveTypeCode.UInt16 => "ushort",
            PrimitiveTypeCode.Int32 => "int",
            PrimitiveTypeCode.UInt32 => "uint",
            PrimitiveTypeCode.Int64 => "long",
            PrimitiveTypeCode.UInt64 => "ulong",
            PrimitiveTypeCode.Single => "float",
            PrimitiveTypeCode.Double => "double",
            _ => $"System.{code}",
        });

        public TypeName GetTypeFromReference(MetadataReader metadata, TypeReferenceHandle handle, byte kind)
        {
            string name = FullName(metadata, handle);
            return new(spelling(name), name, false);
        }

        public TypeName GetTypeFromDefinition(MetadataReader metadata, TypeDefinitionHandle handle, byte kind) =>
            Plain(metadata.GetString(metadata.GetTypeDefinition(handle).Name));

        public TypeName GetTypeFromSpecification(MetadataReader metadata, object? context, TypeSpecificationHandle handle, byte kind) =>
            metadata.GetTypeSpecification(handle).DecodeSignature(this, context);

        public TypeName GetGenericInstantiation(TypeName definition, ImmutableArray<TypeName> arguments) =>
            definition with { Text = $"{definition.Text}<{string.Join(", ", arguments.Select(argument => argument.Text))}>" };

        public TypeName GetGenericMethodParameter(object? context, int index) => Plain($"!!{index}");

        public TypeName GetGenericTypeParameter(object? context, int index) => Plain($"!{index}");

        public TypeName GetSZArrayType(TypeName element) => Plain($"{element.Text}[]");

        public TypeName GetArrayType(TypeName element, ArrayShape shape) => Plain($"{element.Text}[{new string(',', shape.Rank - 1)}]");

        public TypeName GetByReferenceType(TypeName element) => Plain($"{element.Text}&");

        public TypeName GetPointerType(TypeName element) => Plain($"{element.Text}*");

        public TypeName GetPinnedType(TypeName element) => element;

        public TypeName GetModifiedType(TypeName modifier, TypeName unmodified, bool isRequired) => unmodified;

        public TypeName GetFunctionPointerType(MethodSignature<TypeName> signature) => Plain("delegate*");

        private static ApiMember Method(string name, MethodSignature<TypeName> signature) => ApiMember.Method(
            !signature.Header.IsInstance, signature.ReturnType.Text, name, signature.GenericParameterCount,
            signature.ParameterTypes.Select(parameter => parameter.Text));

        private static TypeName Plain(string text) => new(text, null, false);
    }
}
