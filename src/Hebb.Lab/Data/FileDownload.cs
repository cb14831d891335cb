using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Hebb.Lab.Data;

/// <summary>The download of one file.</summary>
/// <param name="client">What it asks with.</param>
/// <param name="address">Where the file is published, without its name.</param>
/// <param name="file">What is to arrive.</param>
/// <param name="directory">Where to; it exists.</param>
/// <param name="patience">How long the server may stay silent.</param>
internal sealed class FileDownload(
    HttpClient client,
    Uri address,
    DatasetFile file,
    string directory,
    TimeSpan patience
)
{
    private const int PieceLength = 1 << 16;
    private const int MostRedirections = 5;

    private readonly Uri _address = new(address, file.Name);

    /// <summary>Fetches the file; it stands under its name only when all of it is as published.</summary>
    /// <param name="report">Told how many bytes have arrived.</param>
    /// <exception cref="DownloadException">It did not arrive, or is not what was published.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task RunAsync(Action<long> report, CancellationToken cancellation) =>
        WholeFile.WriteAsync(Path.Combine(directory, file.Name), target => FetchAsync(target, report, cancellation));

    private async Task FetchAsync(Stream target, Action<long> report, CancellationToken cancellation)
    {
        // Cancelled by the caller, or by a silence; every piece that arrives puts the latter off.
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(patience);
        try
        {
            using HttpResponseMessage response = await AskAsync(silence.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw Failure($"the server answers {(int)response.StatusCode} {response.ReasonPhrase}");
            }

            await using Stream content = await response.Content.ReadAsStreamAsync(silence.Token);
            await CopyAsync(content, target, report, silence);
        }
        catch (Exception exception)
            when (exception
                    is HttpRequestException
                        or FormatException
                        or InvalidOperationException
                        or NotSupportedException
                        or ArgumentException
            )
        {
            // A client that follows redirections by itself throws all of these at an address that is none.
            throw Failure(RecordException.OneLine(exception), exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw Failure("the server fell silent", exception);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(CancellationToken cancellation)
    {
        Uri asked = _address;
        for (var followed = 0; ; followed++)
        {
            HttpResponseMessage response = await client.GetAsync(
                asked,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            if (!IsRedirection(response))
            {
                return response;
            }

            using (response)
            {
                asked =
                    followed < MostRedirections
                        ? Next(asked, response)
                        : throw Failure($"the server redirects more than {MostRedirections} times");
            }
        }
    }

    private static bool IsRedirection(HttpResponseMessage response) =>
        response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    // As the server wrote it: it may be anything.
    private Uri Next(Uri from, HttpResponseMessage response)
    {
        var given = response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues values)
            ? values.ToString()
            : throw Failure($"the server answers {(int)response.StatusCode} without saying where to go");
        if (!Uri.TryCreate(from, given, out Uri? next) || next.Scheme is not ("http" or "https"))
        {
            throw Failure($"the server redirects to '{given}', which is no address of the web");
        }

        return next.Scheme is "http" && from.Scheme is "https"
            ? throw Failure($"the server redirects from https to '{given}', which anybody could change on its way")
            : next;
    }

    private async Task CopyAsync(Stream content, Stream target, Action<long> report, CancellationTokenSource silence)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[PieceLength];
        long arrived = 0;
        while (await ReadAsync(content, buffer, silence) is > 0 and var read)
        {
            arrived += read;
            if (arrived > file.Length)
            {
                throw Failure($"it continues after its {file.Length} bytes");
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), silence.Token);
            report(arrived);
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (!string.Equals(found, file.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw Failure($"it has {arrived} bytes with SHA-256 {found}, not {file.Length} with {file.Sha256}");
        }
    }

    private async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationTokenSource silence)
    {
        silence.CancelAfter(patience);
        try
        {
            return await content.ReadAsync(buffer, silence.Token);
        }
        catch (IOException exception)
        {
            throw Failure($"the connection broke off ({RecordException.OneLine(exception)})", exception);
        }
    }

    private DownloadException Failure(string reason, Exception? cause = null) =>
        new(
            $"{_address} could not be downloaded: {reason}; try again, or put the file into {directory} yourself",
            cause
        );
}

/// <summary>How far a download is.</summary>
/// <param name="File">The name of the file under way.</param>
/// <param name="Done">How many bytes have arrived, of all files that are fetched.</param>
/// <param name="Total">How many bytes all those files have.</param>
public readonly record struct DownloadProgress(string File, long Done, long Total);
