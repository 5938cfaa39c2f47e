namespace NativeLibraryMending;

/// <summary>
/// The entries of a dynamic section that mending reads, with the numbers of the ELF gABI and of its GNU extensions
/// (DT_NULL, DT_STRTAB and so on).
/// </summary>
public enum DynamicTag : ulong
{
    /// <summary>DT_NULL: no entry follows.</summary>
    End = 0,

    /// <summary>DT_PLTRELSZ: the size in bytes of the relocations of calls.</summary>
    CallRelocationsSize = 2,

    /// <summary>DT_STRTAB: the address of the string table.</summary>
    StringTable = 5,

    /// <summary>DT_SYMTAB: the address of the symbol table.</summary>
    SymbolTable = 6,

    /// <summary>DT_RELA: the address of the relocations with addends.</summary>
    RelocationsWithAddends = 7,

    /// <summary>DT_RELASZ: their size in bytes.</summary>
    RelocationsWithAddendsSize = 8,

    /// <summary>DT_STRSZ: the size of the string table in bytes.</summary>
    StringTableSize = 10,

    /// <summary>DT_REL: the address of the relocations without addends.</summary>
    Relocations = 17,

    /// <summary>DT_RELSZ: their size in bytes.</summary>
    RelocationsSize = 18,

    /// <summary>DT_PLTREL: DT_RELA or DT_REL, the kind of the relocations of calls.</summary>
    CallRelocationsKind = 20,

    /// <summary>DT_JMPREL: the address of the relocations of calls.</summary>
    CallRelocations = 23,

    /// <summary>DT_VERSYM: the address of each symbol's version index.</summary>
    SymbolVersions = 0x6ffffff0,

    /// <summary>DT_VERDEF: the address of the versions that the library defines.</summary>
    VersionDefinitions = 0x6ffffffc,

    /// <summary>DT_VERNEED: the address of the versions that the library asks of others.</summary>
    VersionNeeds = 0x6ffffffe,
}
