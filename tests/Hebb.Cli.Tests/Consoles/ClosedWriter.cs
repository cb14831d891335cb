using System.Text;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>A writer whose reader is gone after some lines.</summary>
/// <param name="lines">How many lines are read.</param>
internal sealed class ClosedWriter(int lines) : TextWriter
{
    private int _left = lines;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_left <= 0)
        {
            throw new IOException("Broken pipe");
        }

        _left -= value == '\n' ? 1 : 0;
    }
}
