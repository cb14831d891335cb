using System.Runtime.InteropServices;
using Hebb.Files.Safetensors;
using Hebb.Snapshots;

namespace Hebb.Files.States;

/// <summary>The numbers of a state as tensors of a file, under the same names.</summary>
internal static class StateTensors
{
    /// <summary>The tensors of a state.</summary>
    public static IEnumerable<StoredTensor> Of(StateSnapshot state) =>
        state.Entries.Select(entry =>
            entry.Element switch
            {
                StateElement.Truth => Tensor<bool>(entry),
                StateElement.Signed32 => Tensor<int>(entry),
                StateElement.Signed64 => Tensor<long>(entry),
                StateElement.Unsigned32 => Tensor<uint>(entry),
                StateElement.Unsigned64 => Tensor<ulong>(entry),
                StateElement.Floating32 => Tensor<float>(entry),
                StateElement.Floating64 => (StoredTensor)Tensor<double>(entry),
                _ => throw new InvalidOperationException($"There is no tensor of {entry.Element}."),
            }
        );

    /// <summary>The state that tensors hold.</summary>
    public static StateSnapshot Read(IEnumerable<StoredTensor> tensors) => new([.. tensors.Select(Entry)]);

    private static StoredTensor<T> Tensor<T>(StateEntry entry)
        where T : unmanaged => new(entry.Name, entry.Shape, [.. MemoryMarshal.Cast<byte, T>(entry.Bytes.AsSpan())]);

    private static StateEntry Entry(StoredTensor tensor) =>
        tensor switch
        {
            StoredTensor<bool> numbers => Entry(numbers, StateElement.Truth),
            StoredTensor<int> numbers => Entry(numbers, StateElement.Signed32),
            StoredTensor<long> numbers => Entry(numbers, StateElement.Signed64),
            StoredTensor<uint> numbers => Entry(numbers, StateElement.Unsigned32),
            StoredTensor<ulong> numbers => Entry(numbers, StateElement.Unsigned64),
            StoredTensor<float> numbers => Entry(numbers, StateElement.Floating32),
            StoredTensor<double> numbers => Entry(numbers, StateElement.Floating64),
            _ => throw new InvalidOperationException($"There is no state of {tensor.Name}."),
        };

    private static StateEntry Entry<T>(StoredTensor<T> tensor, StateElement element)
        where T : unmanaged =>
        new(tensor.Name, element, [.. MemoryMarshal.AsBytes(tensor.Values.AsSpan())]) { Shape = tensor.Shape };
}
