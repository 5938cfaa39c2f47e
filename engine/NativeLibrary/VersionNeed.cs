namespace NativeLibraryMending;

/// <summary>One version that a library asks another library for: an entry of .gnu.version_r.</summary>
/// <param name="Library">The file name of the library asked, such as libstdc++.so.6.</param>
/// <param name="Version">The version, such as GLIBCXX_3.4.32.</param>
/// <param name="Index">The number by which symbols refer to this entry.</param>
/// <param name="IsWeak">True where the loader goes on if the version is not there.</param>
/// <param name="FlagsOffset">Where in the file the entry's 16 flag bits lie.</param>
public readonly record struct VersionNeed(string Library, string Version, ushort Index, bool IsWeak, int FlagsOffset);
