using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using Hebb.Networks.Activations;
using Hebb.Numerics;

namespace Hebb.Tests.Networks.Activations;

public sealed class ActivationTests
{
    private const double Step = 1e-6;

    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Name)];

    [Theory, MemberData(nameof(Names))]
    public void It_never_falls_and_stays_in_its_range(string name)
    {
        var activation = Activation.Named(name);
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0, 10])
            .Sample(
                (drive, more) =>
                {
                    var low = Apply(activation, drive);
                    Assert.InRange(low, activation.Minimum, activation.Maximum);
                    Assert.True(Apply(activation, drive + more) >= low);
                }
            );
    }

    [Theory, MemberData(nameof(Names))]
    public void Inverse_finds_the_drive_of_a_unit_inside_its_range(string name)
    {
        var activation = Activation.Named(name);
        Gen.Double[-6, 6]
            .Sample(drive =>
            {
                var activity = Apply(activation, drive);
                if (activity > activation.Minimum && activity < activation.Maximum)
                {
                    Assert.Equal(drive, Inverse(activation, activity), 1e-9);
                }
            });
    }

    [Theory, MemberData(nameof(Names))]
    public void Inverse_is_finite_to_the_ends_of_the_range(string name)
    {
        var activation = Activation.Named(name);
        foreach (var end in new[] { activation.Minimum, activation.Maximum }.Where(double.IsFinite))
        {
            Assert.True(double.IsFinite(Inverse(activation, end)));
            Assert.Equal(end, Apply(activation, Inverse(activation, end)), 1e-12);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_potential_has_the_inverse_as_its_slope(string name)
    {
        var activation = Activation.Named(name);
        Gen.Double[-4, 4]
            .Sample(drive =>
            {
                var activity = Apply(activation, drive);
                if (activity - (2 * Step) > activation.Minimum && activity + (2 * Step) < activation.Maximum)
                {
                    var slope = (Potential(activity + Step) - Potential(activity - Step)) / (2 * Step);
                    Assert.Equal(Inverse(activation, activity), slope, 1e-4);
                }
            });

        double Potential(double activity) => activation.Potential<double>([activity]);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_derivative_is_the_slope(string name)
    {
        var activation = Activation.Named(name);
        Gen.Double[-8, 8]
            .Sample(drive =>
            {
                if (!IsNearKink(activation, drive))
                {
                    var slope = new double[1];
                    activation.Derivative<double>([drive], slope);
                    var expected = (Apply(activation, drive + Step) - Apply(activation, drive - Step)) / (2 * Step);
                    Assert.Equal(expected, slope[0], 1e-7);
                }
            });
    }

    [Fact]
    public void Every_lane_does_what_the_scalar_does()
    {
        Lanes<HardSigmoid>();
        Lanes<Sigmoid>();
        Lanes<Tanh>();
        Lanes<HardTanh>();
        Lanes<RectifiedLinear>();
        Lanes<ClippedRectifiedLinear>();
        Lanes<Identity>();
    }

    [Fact]
    public void What_is_no_number_stays_so()
    {
        KeepsNaN<HardSigmoid>();
        KeepsNaN<Sigmoid>();
        KeepsNaN<Tanh>();
        KeepsNaN<HardTanh>();
        KeepsNaN<RectifiedLinear>();
        KeepsNaN<ClippedRectifiedLinear>();
        KeepsNaN<Identity>();
    }

    [Fact]
    public void Rows_of_every_number_type_agree()
    {
        double[] drives = [-2.5, -1, -0.3, 0, 0.2, 0.75, 1, 1.5, 7];
        foreach (var activation in Activation.All)
        {
            var wide = new double[drives.Length];
            activation.Apply<double>(drives, wide);
            var narrow = new float[drives.Length];
            activation.Apply<float>([.. drives.Select(drive => (float)drive)], narrow);
            RandomNetworks.AssertClose(wide, [.. narrow.Select(unit => (double)unit)], 1e-6);
            var complex = drives.Select(drive => new Complex(drive, 0)).ToArray();
            if (activation.IsAnalytic)
            {
                activation.Apply<Complex>(complex, complex);
                RandomNetworks.AssertClose(wide, [.. complex.Select(unit => unit.Real)], 1e-14);
                Assert.All(complex, unit => Assert.Equal(0, unit.Imaginary, 1e-15));
            }
            else
            {
                Assert.Throws<NotSupportedException>(() => activation.Apply<Complex>(complex, complex));
            }
        }
    }

    [Fact]
    public void The_vector_exponential_is_good_to_two_units_in_the_last_place()
    {
        var worst = 0.0;
        for (var first = -87.0; first <= 87; first += 1e-4 * Vector512<float>.Count)
        {
            var arguments = Vector512.Create((float)first) + (Vector512<float>.Indices * 1e-4f);
            arguments = Vector512.Min(arguments, Vector512.Create(87f));
            var results = VectorExponential.Of(arguments);
            var narrow = VectorExponential.Of(new Vector<float>(arguments[0]));
            Assert.Equal(results[0], narrow[0]);
            for (var lane = 0; lane < Vector512<float>.Count; lane++)
            {
                var exact = Math.Exp(arguments[lane]);
                var spacing = MathF.BitIncrement((float)exact) - (float)exact;
                worst = Math.Max(worst, Math.Abs(results[lane] - exact) / spacing);
            }
        }

        Assert.InRange(worst, 0, 2);
        Assert.True(float.IsFinite(VectorExponential.Of(Vector512.Create(float.PositiveInfinity))[0]));
        Assert.InRange(VectorExponential.Of(Vector512.Create(float.NegativeInfinity))[0], 1e-38f, 1e-37f);
    }

    [Fact]
    public void A_name_that_is_not_in_the_catalogue_is_refused_with_those_that_are()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Activation.Named("softplus"));

        Assert.StartsWith(
            "activation 'softplus': no such activation; known are hard-sigmoid,",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    private static void Lanes<TActivation>()
        where TActivation : struct, IActivation =>
        Gen.Float[-20, 20]
            .Array[Vector512<float>.Count]
            .Sample(drives =>
            {
                var wide = TActivation.Apply(Vector512.Create(drives));
                for (var first = 0; first < drives.Length; first += Vector<float>.Count)
                {
                    var part = new Vector<float>(drives, first);
                    var activities = TActivation.Apply(part);
                    var slopes = TActivation.Derivative(part);
                    var slopesOfActivities = TActivation.DerivativeFromActivity(activities);
                    for (var lane = 0; lane < Vector<float>.Count; lane++)
                    {
                        var exact = TActivation.Apply(drives[first + lane]);
                        var tolerance = 1e-6f * Math.Max(1, Math.Abs(exact));
                        Assert.Equal(exact, activities[lane], tolerance);
                        Assert.Equal(exact, wide[first + lane], tolerance);
                        Assert.Equal(TActivation.Derivative(drives[first + lane]), slopes[lane], 1e-6f);
                        Assert.Equal(
                            TActivation.DerivativeFromActivity(activities[lane]),
                            slopesOfActivities[lane],
                            1e-6f
                        );
                    }
                }
            });

    private static void KeepsNaN<TActivation>()
        where TActivation : struct, IActivation
    {
        Assert.True(double.IsNaN(TActivation.Apply(double.NaN)));
        Assert.True(float.IsNaN(TActivation.Apply(float.NaN)));
        Assert.True(AllNaN(TActivation.Apply(new Vector<float>(float.NaN))));
        var wide = TActivation.Apply(Vector512.Create(float.NaN));
        Assert.Equal(
            ulong.MaxValue >> (64 - Vector512<float>.Count),
            Vector512.IsNaN(wide).ExtractMostSignificantBits()
        );
    }

    private static bool AllNaN(Vector<float> lanes)
    {
        var all = true;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            all &= float.IsNaN(lanes[lane]);
        }

        return all;
    }

    private static double Apply(Activation activation, double drive)
    {
        Span<double> unit = [drive];
        activation.Apply<double>(unit, unit);
        return unit[0];
    }

    private static double Inverse(Activation activation, double activity)
    {
        Span<double> unit = [activity];
        activation.Inverse<double>(unit, unit);
        return unit[0];
    }

    private static bool IsNearKink(Activation activation, double drive) =>
        activation.IsPiecewiseLinear
        && (Math.Abs(drive - activation.Minimum) < 1e-3 || Math.Abs(drive - activation.Maximum) < 1e-3);
}
