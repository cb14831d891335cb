using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Exports;
using Hebb.Lab.Logs;

namespace Hebb.Lab.Tests.Exports;

/// <summary>What is written is read back by DuckDB, which knows nothing of this program.</summary>
public sealed class RunExportTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_row_a_run_has_right_types_and_values()
    {
        Write();
        string file = await Export(".parquet", episodes: false);
        Assert.Equal(
            "VARCHAR BIGINT DOUBLE BIGINT BOOLEAN TIMESTAMP WITH TIME ZONE DOUBLE DOUBLE VARCHAR BOOLEAN BIGINT",
            string.Join(' ', Names.Select(name => Query(file, $"SELECT typeof(\"{name}\") FROM t LIMIT 1")[0][0]))
        );
        object[][] rows = Query(
            file,
            "SELECT agent, seed, last100, solved_at, collapsed, epoch(begun), \"agent.actor.beta\", \"agent.actor.hidden\" FROM t ORDER BY agent, seed"
        );
        Assert.Equal(3, rows.Length);
        CataloguedRun first = Runs().OrderBy(run => run.Record.Agent, StringComparer.Ordinal).First();
        Assert.Equal(["ppo", 0L, first.Record.Last100!.Value, DBNull.Value, false, 1772366400.0, 0.5, "[64]"], rows[0]);
        Assert.Equal(true, rows[2][4]);
    }

    [Fact]
    public async Task A_row_an_episode_has_what_the_file_of_the_run_has()
    {
        Write();
        string file = await Export(".parquet", episodes: true);
        CataloguedRun run = Runs()[0];
        EpisodeTable series = EpisodeTable.ReadSoFar(run.Folder)!;
        object[][] rows = Query(
            file,
            $"SELECT episode, r, l, t, env_steps, entropy, residual FROM t WHERE agent = '{run.Record.Agent}' AND seed = {run.Record.Seed} ORDER BY episode"
        );
        Assert.Equal(series.Count, rows.Length);
        foreach (var (place, row) in rows.Index())
        {
            double residual = series.Column("residual")[place];
            Assert.Equal(
                [
                    place + 1L,
                    series.Column("r")[place],
                    (long)series.Column("l")[place],
                    series.Column("t")[place],
                    (long)series.Column("env_steps")[place],
                    series.Column("entropy")[place],
                    double.IsNaN(residual) ? DBNull.Value : residual,
                ],
                row
            );
        }

        Assert.Equal(Runs().Sum(one => (long)one.Record.Episodes), Query(file, "SELECT count(*) FROM t")[0][0]);
        Assert.Equal("DOUBLE", Query(file, "SELECT typeof(\"agent.actor.beta\") FROM t LIMIT 1")[0][0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comma_separated_values_are_the_same_table(bool episodes)
    {
        Write();
        string parquet = await Export(".parquet", episodes);
        string comma = await Export(".csv", episodes);
        const string sums = "SELECT count(*), sum(seed), max(agent), min(\"agent.actor.beta\") FROM t";
        Assert.Equal(
            Query(parquet, sums)[0].Select(value => $"{value}"),
            Query(comma, sums)[0].Select(value => $"{value}"),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Runs_without_episodes_or_settings_are_exported_too()
    {
        string folder = new SyntheticRun { Status = "running", Progress = 0 }.Write(Store, withEpisodes: false);
        JsonNode record = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(folder, "run.json"), TestContext.Current.CancellationToken)
        )!;
        record["configuration"] = null;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "run.json"),
            SyntheticRun.Sealed(record),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("interrupted", Query(await Export(".parquet", episodes: false), "SELECT status FROM t")[0][0]);
        Assert.Equal(0L, Query(await Export(".parquet", episodes: true), "SELECT count(*) FROM t")[0][0]);
    }

    [Fact]
    public async Task Nothing_is_left_where_writing_fails()
    {
        Write();
        string folder = Runs()[1].Folder;
        await File.AppendAllTextAsync(
            Path.Combine(folder, "episodes.csv"),
            "broken\n",
            TestContext.Current.CancellationToken
        );
        await Assert.ThrowsAsync<RecordException>(() => Export(".parquet", episodes: true));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Store)!, "*table*"));
    }

    private static readonly string[] Names =
    [
        "agent",
        "seed",
        "last100",
        "solved_at",
        "collapsed",
        "begun",
        "agent.actor.beta",
        "agent.learningRate",
        "agent.actor.hidden",
        "diagnostics",
        "budget.steps",
    ];

    private void Write()
    {
        new SyntheticRun
        {
            Agent = "ppo",
            Settings = new JsonObject { ["agent.actor.beta"] = 0.5 },
        }.Write(Store);
        new SyntheticRun().Write(Store);
        new SyntheticRun { Seed = 1, Collapsed = true }.Write(Store);
    }

    private ImmutableArray<CataloguedRun> Runs() => RunCatalogue.Read([Store], Store).Runs;

    private async Task<string> Export(string ending, bool episodes)
    {
        string file = $"{Store}-table{ending}";
        ExportFormat format = ExportFormat.Of(file)!;
        long rows = episodes
            ? await RunExport.WriteEpisodes(file, format, Runs(), TestContext.Current.CancellationToken)
            : await RunExport.WriteRuns(file, format, Runs());
        Assert.Equal(rows, Query(file, "SELECT count(*) FROM t")[0][0]);
        return file;
    }

    private static object[][] Query(string file, string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE VIEW t AS SELECT * FROM '{file}'";
        command.ExecuteNonQuery();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return [.. rows];
    }
}
