using System.Security.Cryptography;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs.Files;

/// <summary>
/// A file that is only appended to, made so that a kill at any moment loses nothing: what it held at a <see cref="Mark"/> is on disk,
/// and <see cref="Continue"/> finds it again whatever was appended since.
/// </summary>
/// <remarks>
/// What is appended gathers in memory and goes to the file when the memory is full, at <see cref="Flush"/>, and when
/// <see cref="FlushIfDue"/> finds that <see cref="FlushInterval"/> has gone by, always up to the end of what was last handed over.
/// Others may read the file meanwhile, if they let it be written (<see cref="FileShare.ReadWrite"/>). Nothing is allocated after
/// the file is opened, unless more than 64 KiB are asked for at once. Not for several threads at a time.
/// </remarks>
public sealed class AppendedFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly FileStream _stream;
    private readonly DiskStream _writer;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[BufferSize];
    private int _used;
    private int _hashed;
    private long _written;
    private long _flushedAt = Environment.TickCount64;
    private bool _isOpen = true;

    private AppendedFile(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
        _writer = new DiskStream(stream);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How many bytes were appended, those before <see cref="Continue"/> and those still in memory included.</summary>
    public long Length => _written + _used;

    /// <summary>How long <see cref="FlushIfDue"/> leaves what was appended in memory; a second unless something else is said.</summary>
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The SHA-256 of everything that was appended, in lower-case hexadecimal digits.</summary>
    /// <exception cref="IOException">The file is closed, or could not be written.</exception>
    public string Sha256
    {
        get
        {
            ThrowIfUnusable();
            HashMemory();
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        }
    }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where; its folder exists, and what is there is replaced.</param>
    /// <exception cref="IOException">It cannot be opened, or somebody else writes it.</exception>
    public static AppendedFile Create(string path) =>
        new(path, new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));

    /// <summary>Goes on with a file from a mark: what was appended after it is cut off.</summary>
    /// <param name="mark">What <see cref="Mark"/> gave.</param>
    /// <exception cref="RecordException">
    /// It does not begin with what it held at the mark, or cannot be opened; it is left as it is.
    /// </exception>
    public static AppendedFile Continue(string path, RunFile mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        FileStream stream = MarkedFile.Open(path, mark, FileAccess.ReadWrite, FileShare.Read);
        var file = new AppendedFile(path, stream);
        try
        {
            MarkedFile.Verify(stream, mark, file._hash, file._buffer);
            stream.SetLength(mark.Bytes);
            file._written = mark.Bytes;
            return file;
        }
        catch
        {
            file.Close();
            throw;
        }
    }

    /// <summary>Looks whether <see cref="Continue"/> would find what it needs, and changes nothing.</summary>
    /// <param name="mark">What <see cref="Mark"/> gave.</param>
    /// <exception cref="RecordException">It does not begin with what it held at the mark, or cannot be opened.</exception>
    public static void Verify(string path, RunFile mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        using FileStream stream = MarkedFile.Open(path, mark, FileAccess.Read, FileShare.ReadWrite);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        MarkedFile.Verify(stream, mark, hash, new byte[BufferSize]);
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="IOException">They, or some before them, could not be written.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Memory to write the next bytes to, handed over by <see cref="Advance"/>.</summary>
    /// <param name="sizeHint">At least how many bytes.</param>
    /// <exception cref="IOException">Something appended before could not be written.</exception>
    public Span<byte> GetSpan(int sizeHint)
    {
        if (_buffer.Length - _used < Math.Max(sizeHint, 1))
        {
            Flush(toDisk: false);
            if (_buffer.Length < sizeHint)
            {
                _buffer = new byte[sizeHint];
            }
        }

        return _buffer.AsSpan(_used);
    }

    /// <summary>Appends what was written to the memory that was handed out last.</summary>
    /// <param name="count">How many bytes of it.</param>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _used);
        _used += count;
    }

    /// <summary>Writes what is in memory.</summary>
    /// <param name="toDisk">Whether to wait until it would survive a loss of power.</param>
    /// <exception cref="IOException">
    /// It could not be written; from then on nothing can be appended, but the file can be continued from its last mark.
    /// </exception>
    public void Flush(bool toDisk)
    {
        ThrowIfUnusable();
        try
        {
            _writer.Write(_buffer, 0, _used);
            if (toDisk)
            {
                _stream.Flush(flushToDisk: true);
            }
        }
        catch
        {
            // How much of it was written is unknown.
            Close();
            throw;
        }

        HashMemory();
        _written += _used;
        _used = 0;
        _hashed = 0;
        _flushedAt = Environment.TickCount64;
    }

    /// <summary>Writes what is in memory where <see cref="FlushInterval"/> has gone by since something was written.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void FlushIfDue()
    {
        if (_used > 0 && Environment.TickCount64 - _flushedAt >= FlushInterval.TotalMilliseconds)
        {
            Flush(toDisk: false);
        }
    }

    /// <summary>Writes what is in memory to disk and says what the file holds now, for <see cref="Continue"/>.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public RunFile Mark()
    {
        Flush(toDisk: true);
        return new RunFile(System.IO.Path.GetFileName(Path), _written, Sha256);
    }

    /// <summary>Writes what is in memory, unless writing has failed, and closes the file.</summary>
    /// <exception cref="IOException">It could not be written; the file is closed all the same.</exception>
    public void Dispose()
    {
        if (_isOpen && _used > 0)
        {
            Flush(toDisk: false);
        }

        Close();
    }

    private void HashMemory()
    {
        _hash.AppendData(_buffer, _hashed, _used - _hashed);
        _hashed = _used;
    }

    private void ThrowIfUnusable()
    {
        if (!_isOpen)
        {
            throw new IOException(
                $"{Path} is closed, or could not be written before: it can be continued from its last mark"
            );
        }
    }

    // Without memory every way to append comes by Flush, which refuses.
    private void Close()
    {
        _isOpen = false;
        _buffer = [];
        _used = 0;
        _stream.Dispose();
        _hash.Dispose();
    }
}
