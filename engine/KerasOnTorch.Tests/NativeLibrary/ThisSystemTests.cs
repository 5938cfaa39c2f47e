using System.Runtime.InteropServices;

namespace NativeLibraryMending.Tests;

[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ThisSystemTests
{
    [TestMethod]
    public void The_runtime_of_this_system_defines_its_first_versions()
    {
        var defined = CppRuntime.DefinedVersions();
        Assert.Contains("GLIBCXX_3.4", defined);
        Assert.Contains("CXXABI_1.3", defined);
    }

    [TestMethod]
    public void TorchSharps_library_in_the_output_folder_asks_this_system_for_nothing_that_it_lacks()
    {
        if (RuntimeInformation.OSArchitecture != Architecture.X64)
            Assert.Inconclusive("TorchSharp has no library for this processor.");
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        Assert.IsEmpty(Mending.NeedsToWeaken(new ElfImage(path, File.ReadAllBytes(path)), CppRuntime.DefinedVersions()));
    }
}
