using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Hebb.Benchmarks.Engine;

/// <summary>OpenBLAS on one core, where it is installed: the yardstick of the matrix products, and nothing else.</summary>
internal static partial class OpenBlas
{
    private const string Library = "openblas";
    private const int RowMajor = 101;
    private const int NotTransposed = 111;
    private const int Transposed = 112;

    // What it takes an unknown processor for.
    private const string OldestCore = "Prescott";

    private static readonly string[] Names = ["libopenblas.so.0", "libopenblas.dylib", "libopenblas.dll"];

    static OpenBlas()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(OpenBlas).Assembly,
            (name, _, _) =>
                string.Equals(name, Library, StringComparison.Ordinal)
                && Array.Exists(Names, file => NativeLibrary.TryLoad(file, out _))
                    ? NativeLibrary.Load(Array.Find(Names, file => NativeLibrary.TryLoad(file, out _))!)
                    : nint.Zero
        );
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled { get; } = Array.Exists(Names, file => NativeLibrary.TryLoad(file, out _));

    /// <summary>The processor that its kernels are for, as it names it.</summary>
    public static string Core => Marshal.PtrToStringUTF8(CoreName()) ?? "";

    /// <summary>Keeps it to one thread, and refuses kernels that are not for this processor.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or does not know the processor.</exception>
    public static void Prepare()
    {
        if (!IsInstalled)
        {
            throw new InvalidOperationException("OpenBLAS is not installed: there is nothing to compare with.");
        }

        if (Avx2.IsSupported && string.Equals(Core, OldestCore, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                "OpenBLAS does not know this processor and would run its oldest kernels, several times slower than it can: name one in the environment, such as OPENBLAS_CORETYPE=SkylakeX where there is AVX-512, Haswell elsewhere."
            );
        }

        SetThreads(1);
    }

    /// <summary>result = left right.</summary>
    public static void Multiply(
        int rows,
        int columns,
        int depth,
        Span<float> left,
        int leftStride,
        Span<float> right,
        int rightStride,
        Span<float> result,
        int resultStride
    ) =>
        Gemm(
            RowMajor,
            NotTransposed,
            NotTransposed,
            rows,
            columns,
            depth,
            1,
            ref MemoryMarshal.GetReference(left),
            leftStride,
            ref MemoryMarshal.GetReference(right),
            rightStride,
            0,
            ref MemoryMarshal.GetReference(result),
            resultStride
        );

    /// <summary>result = left' right.</summary>
    public static void MultiplyTransposed(
        int rows,
        int columns,
        int depth,
        Span<float> left,
        int leftStride,
        Span<float> right,
        int rightStride,
        Span<float> result,
        int resultStride
    ) =>
        Gemm(
            RowMajor,
            Transposed,
            NotTransposed,
            rows,
            columns,
            depth,
            1,
            ref MemoryMarshal.GetReference(left),
            leftStride,
            ref MemoryMarshal.GetReference(right),
            rightStride,
            0,
            ref MemoryMarshal.GetReference(result),
            resultStride
        );

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint CoreName();

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SetThreads(int threads);

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Gemm(
        int order,
        int transposesLeft,
        int transposesRight,
        int rows,
        int columns,
        int depth,
        float alpha,
        ref float left,
        int leftStride,
        ref float right,
        int rightStride,
        float beta,
        ref float result,
        int resultStride
    );
}
