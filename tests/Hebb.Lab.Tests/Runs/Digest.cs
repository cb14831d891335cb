using System.Security.Cryptography;
using Hebb.Files.Safetensors;

namespace Hebb.Lab.Tests.Runs;

/// <summary>The numbers of a tensor in a few digits.</summary>
internal static class Digest
{
    public static string Of(StoredTensor tensor)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, [tensor]);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }
}
