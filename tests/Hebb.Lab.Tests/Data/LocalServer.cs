using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hebb.Lab.Tests.Data;

/// <summary>
/// A server of HTTP on this machine that answers byte by byte what a test says, so that it can also break off, fall
/// silent or lie about lengths.
/// </summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, (byte[] Response, bool StaysOpen)> _responses = new(
        StringComparer.Ordinal
    );

    public LocalServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/data/");

    /// <summary>The names that were asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Serves a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What is sent.</param>
    /// <param name="length">The length that is announced; the content's own when it is null, none when it is negative.</param>
    /// <param name="staysOpen">Whether the connection stays open, in silence, after the content.</param>
    public void Serve(string name, byte[] content, int? length = null, bool staysOpen = false)
    {
        var announced = length < 0 ? "" : $"Content-Length: {length ?? content.Length}\r\n";
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{announced}Connection: close\r\n\r\n");
        _responses[name] = ([.. head, .. content], staysOpen);
    }

    /// <summary>Sends whoever asks for a file elsewhere.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="location">Where to.</param>
    public void Redirect(string name, string location) =>
        _responses[name] = (
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ),
            false
        );

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token), _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            var name = (await reader.ReadLineAsync(stop))!.Split(' ')[1].Split('/')[^1];
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync(stop))) { }

            Requests.Enqueue(name);
            (var response, var staysOpen) = _responses.GetValueOrDefault(
                name,
                ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), false)
            );
            await client.GetStream().WriteAsync(response, stop);
            await Task.Delay(staysOpen ? Timeout.Infinite : 0, stop);
        }
    }
}
