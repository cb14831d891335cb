using System.Text.RegularExpressions;
using CsCheck;
using Hebb.Catalogues;
using Hebb.Cli.Watching;
using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Tests.Watching;

public sealed partial class TerminalSceneTests
{
    [Fact]
    public void A_scene_fills_the_asked_cells_with_nothing_but_signs() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 40], Gen.Int[0, CatalogueSet.Standard.Environments.Count - 1])
            .Sample(
                (columns, rows, environment) =>
                {
                    var lines = TerminalScene.Draw(Scene(environment), columns, rows, SceneInk.Plain);
                    Assert.Equal(rows, lines.Length);
                    Assert.All(lines, line => Assert.Equal(columns, line.Length));
                    Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
                },
                iter: 100
            );

    [Fact]
    public void Colours_change_no_sign()
    {
        var plain = TerminalScene.Draw(Scene(0), 80, 20, SceneInk.Plain);
        var coloured = TerminalScene.Draw(Scene(0), 80, 20, SceneInk.Many);
        Assert.NotEqual(plain, coloured);
        Assert.Equal(string.Join('\n', plain), ColourSequence().Replace(string.Join('\n', coloured), ""));
        Assert.All(coloured.Where(line => line.Contains('\e')), line => Assert.EndsWith("\e[39m", line));
    }

    [Fact]
    public void A_dot_lies_where_the_thing_is_and_words_are_written()
    {
        var scene = new Scene(
            0,
            0,
            8,
            4,
            [
                new SceneDisc(new ScenePoint(0.5, 3.5), 0.5, SceneColor.Accent),
                new SceneText(new ScenePoint(8, 0.1), "2.4", 1, SceneAlignment.Right, SceneColor.Muted),
                new SceneText(new ScenePoint(0, 0.1), "lever", 1, SceneAlignment.Left, SceneColor.Muted),
            ]
        );
        var lines = TerminalScene.Draw(scene, 40, 10, SceneInk.Plain);
        Assert.NotEqual(' ', lines[1][2]);
        Assert.Equal(string.Join("", Enumerable.Repeat(" ", 34)), lines[1][6..]);
        Assert.StartsWith("lever ", lines[9], StringComparison.Ordinal);
        Assert.EndsWith(" 2.4", lines[9], StringComparison.Ordinal);
    }

    [Fact]
    public void The_player_leaves_the_terminal_as_it_was_and_the_last_frame_on_it()
    {
        using var output = new StringWriter();
        Play(output, CancellationToken.None);
        var written = output.ToString();
        Assert.StartsWith("\e[?1049h\e[?25l", written, StringComparison.Ordinal);
        var end = written.IndexOf("\e[?25h\e[?1049l", StringComparison.Ordinal);
        Assert.True(end > 0);
        Assert.DoesNotContain('\e', written[(end + 14)..]);
        Assert.StartsWith("a title: step 2, return 2", written[(end + 14)..], StringComparison.Ordinal);

        // Every frame is drawn within the terminal's rows.
        Assert.Contains("\e[10;1H", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[11;1H", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_player_that_is_stopped_leaves_the_terminal_as_it_was()
    {
        using var output = new StringWriter();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Play(output, stopped.Token));
        Assert.EndsWith("\e[?25h\e[?1049l", output.ToString(), StringComparison.Ordinal);
    }

    private static void Play(TextWriter output, CancellationToken cancellation) =>
        new ScenePlayer(output, SceneInk.Plain, () => (40, 10)).Play(
            Enumerable.Range(0, 3).Select(step => new EpisodeFrame(Scene(0), step, step, step == 2)),
            "a title",
            CatalogueSet.Standard.Environments[0].Specification with
            {
                StepLimit = null,
            },
            stepsPerSecond: 1000,
            cancellation
        );

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ColourSequence();

    private static Scene Scene(int number)
    {
        IEnvironment environment = CatalogueSet.Standard.CreateEnvironment(
            CatalogueSet.Standard.Environments.Names[number]
        );
        environment.Reset(0, new float[environment.Specification.Observations.Size]);
        return environment.Draw();
    }
}
