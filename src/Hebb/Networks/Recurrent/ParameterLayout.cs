using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// Where matrices lie in one flat buffer, one after the other. Rows are padded to whole cache lines, as those of
/// <see cref="AlignedMatrix{T}"/> are; the padding is to stay zero.
/// </summary>
/// <typeparam name="T">float32 or float64.</typeparam>
public sealed class ParameterLayout<T>
    where T : unmanaged
{
    private readonly int[] _offsets;
    private readonly int[] _strides;

    /// <summary>A layout.</summary>
    /// <param name="blocks">The matrices, in their order.</param>
    /// <exception cref="OverflowException">They are more numbers than a buffer can hold.</exception>
    public ParameterLayout(ImmutableArray<ParameterBlock> blocks)
    {
        Blocks = blocks;
        _offsets = new int[blocks.Length];
        _strides = new int[blocks.Length];
        for (var block = 0; block < blocks.Length; block++)
        {
            _offsets[block] = Length;
            _strides[block] = AlignedMatrix<T>.StrideOf(blocks[block].Columns);
            Length = checked(Length + (blocks[block].Rows * _strides[block]));
        }
    }

    /// <summary>The matrices, in their order.</summary>
    public ImmutableArray<ParameterBlock> Blocks { get; }

    /// <summary>The numbers of all, with their padding.</summary>
    public int Length { get; }

    /// <summary>The numbers of all, without padding.</summary>
    public int Count => Blocks.Sum(block => block.Rows * block.Columns);

    /// <summary>A matrix, for writing.</summary>
    /// <param name="buffer">The buffer; as long as <see cref="Length"/>.</param>
    /// <param name="block">Which one, from 0.</param>
    public MatrixSpan<T> Edit(Span<T> buffer, int block) =>
        new(
            buffer.Slice(_offsets[block], Blocks[block].Rows * _strides[block]),
            Blocks[block].Rows,
            Blocks[block].Columns,
            _strides[block]
        );

    /// <summary>A matrix, for reading.</summary>
    /// <param name="buffer">The buffer; as long as <see cref="Length"/>.</param>
    /// <param name="block">Which one, from 0.</param>
    public ReadOnlyMatrixSpan<T> View(ReadOnlySpan<T> buffer, int block) =>
        new(
            buffer.Slice(_offsets[block], Blocks[block].Rows * _strides[block]),
            Blocks[block].Rows,
            Blocks[block].Columns,
            _strides[block]
        );
}
