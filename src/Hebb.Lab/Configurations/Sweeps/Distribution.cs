using Hebb.Configurations;
using Hebb.Naming;
using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Lab.Configurations.Sweeps;

/// <summary>What a random setting is drawn from.</summary>
internal abstract class Distribution
{
    // Enough to tell draws apart, and few enough to be typed.
    private const string Digits = "G4";

    private const string Uniform = "uniform";
    private const string LogUniform = "logUniform";
    private const string Integer = "integer";
    private const string Choice = "choice";
    private static readonly string[] Names = [LogUniform, Uniform, Integer, Choice];

    /// <summary>Draws a value.</summary>
    /// <param name="random">The stream it is drawn from; each draw takes one number of it.</param>
    public abstract JsonNode? Draw(Pcg64 random);

    /// <summary>Reads a distribution: an object whose one name says which, and whose value its ends or choices.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public static Distribution Read(JsonNode? node, string path)
    {
        if (node is not JsonObject { Count: 1 } given)
        {
            throw new SettingException(
                path,
                $"{SettingText.Shown(node)}; one of {string.Join(", ", Names)} is needed, such as {{\"{Uniform}\": [0, 1]}}"
            );
        }

        (var name, JsonNode? value) = given.First();
        var place = SettingText.Join(path, name);
        return name switch
        {
            Uniform => Between(value, place, isLogarithmic: false, isWhole: false),
            LogUniform => Between(value, place, isLogarithmic: true, isWhole: false),
            Integer => Between(value, place, isLogarithmic: false, isWhole: true),
            Choice => new Choices(SweepAxes.ValuesOf(value, place)),
            _ => throw new SettingException(place, $"no such distribution; {NearestName.Unknown(name, Names)}"),
        };
    }

    private static Interval Between(JsonNode? node, string path, bool isLogarithmic, bool isWhole)
    {
        // So that the difference of the ends is finite, and every whole number between them a double.
        var limit = isWhole ? 1e15 : 1e300;
        var range = new NumberRange(isLogarithmic ? 0 : -limit, limit, isLogarithmic, false, isWhole);
        var kind = new NumberKind(typeof(double), range);
        if (node is not JsonArray { Count: 2 } ends)
        {
            throw new SettingException(
                path,
                $"{SettingText.Shown(node)}; a list of the least and the greatest is needed"
            );
        }

        var low = (double)kind.Read(ends[0], $"{path}[0]");
        var high = (double)kind.Read(ends[1], $"{path}[1]");
        return low < high || (isWhole && low == high)
            ? new Interval(low, high, isLogarithmic, isWhole)
            : throw new SettingException(path, $"{SettingText.Shown(node)}; the least, then the greatest is needed");
    }

    private sealed class Interval(double low, double high, bool isLogarithmic, bool isWhole) : Distribution
    {
        public override JsonNode? Draw(Pcg64 random)
        {
            var share = random.NextDouble();
            if (isWhole)
            {
                return JsonValue.Create((long)Math.Min(low + Math.Floor(share * (high - low + 1)), high));
            }

            var number = isLogarithmic ? low * Math.Pow(high / low, share) : low + (share * (high - low));
            return JsonValue.Create(Math.Clamp(Rounded(number), low, high));
        }

        private static double Rounded(double number) =>
            double.Parse(number.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private sealed class Choices(ImmutableArray<JsonNode?> values) : Distribution
    {
        public override JsonNode? Draw(Pcg64 random) => values[(int)(random.NextDouble() * values.Length)]?.DeepClone();
    }
}
