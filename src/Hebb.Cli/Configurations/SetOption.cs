using System.CommandLine;
using System.Text.Json.Nodes;

namespace Hebb.Cli.Configurations;

/// <summary>placeholder</summary>
internal static class SetOption
{
    /// <summary>placeholder</summary>
    public static Option<(string Path, JsonNode? Value)[]> Create() =>
        new("--set")
        {
            Description = "x",
            HelpName = "PATH=VALUE",
            CustomParser = result =>
                [
                    .. result.Tokens.Select(token =>
                    {
                        var at = token.Value.IndexOf('=', StringComparison.Ordinal);
                        JsonNode? value;
                        try
                        {
                            value = JsonNode.Parse(token.Value[(at + 1)..]);
                        }
                        catch (System.Text.Json.JsonException)
                        {
                            value = token.Value[(at + 1)..];
                        }
                        return (token.Value[..at], value);
                    }),
                ],
        };
}
