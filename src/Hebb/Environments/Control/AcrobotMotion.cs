namespace Hebb.Environments.Control;

/// <summary>
/// The state of an acrobot, or its rate of change, and the equations of motion between them: both links of mass 1,
/// length 1, moment of inertia 1 and with the centre of mass in the middle.
/// </summary>
/// <remarks>
/// The second link's acceleration is that of Sutton and Barto's book, with the centrifugal term that the NIPS paper
/// leaves out. Squares are taken by <see cref="Math.Pow"/>, which rounds as the original's do; a product does not.
/// </remarks>
/// <param name="FirstAngle">Angle of the first link from hanging, or its rate.</param>
/// <param name="SecondAngle">Angle of the second link from the first, or its rate.</param>
/// <param name="FirstVelocity">Angular velocity of the first link, or its rate.</param>
/// <param name="SecondVelocity">Angular velocity of the second link, or its rate.</param>
internal readonly record struct AcrobotMotion(
    double FirstAngle,
    double SecondAngle,
    double FirstVelocity,
    double SecondVelocity
)
{
    /// <summary>The length of each link.</summary>
    public const double Length = 1;

    private const double Mass = 1;
    private const double Centre = 0.5;
    private const double Inertia = 1;
    private const double Gravity = 9.8;

    /// <summary>One step of the classical Runge-Kutta method of fourth order.</summary>
    /// <param name="torque">The torque between the links, constant over the step.</param>
    /// <param name="timeStep">The length of the step in seconds.</param>
    public static AcrobotMotion Integrate(in AcrobotMotion start, double torque, double timeStep)
    {
        var half = timeStep / 2;
        var k1 = Rate(start, torque);
        var k2 = Rate(Along(start, half, k1), torque);
        var k3 = Rate(Along(start, half, k2), torque);
        var k4 = Rate(Along(start, timeStep, k3), torque);
        return new AcrobotMotion(
            start.FirstAngle + Mean(timeStep, k1.FirstAngle, k2.FirstAngle, k3.FirstAngle, k4.FirstAngle),
            start.SecondAngle + Mean(timeStep, k1.SecondAngle, k2.SecondAngle, k3.SecondAngle, k4.SecondAngle),
            start.FirstVelocity
                + Mean(timeStep, k1.FirstVelocity, k2.FirstVelocity, k3.FirstVelocity, k4.FirstVelocity),
            start.SecondVelocity
                + Mean(timeStep, k1.SecondVelocity, k2.SecondVelocity, k3.SecondVelocity, k4.SecondVelocity)
        );
    }

    private static AcrobotMotion Rate(in AcrobotMotion at, double torque)
    {
        var (secondSine, secondCosine) = Math.SinCos(at.SecondAngle);
        var d1 =
            (Mass * Centre * Centre)
            + (Mass * ((Length * Length) + (Centre * Centre) + (2 * Length * Centre * secondCosine)))
            + Inertia
            + Inertia;
        var d2 = (Mass * ((Centre * Centre) + (Length * Centre * secondCosine))) + Inertia;
        var phi2 = Mass * Centre * Gravity * Math.Cos(at.FirstAngle + at.SecondAngle - (Math.PI / 2));
        var phi1 =
            (-Mass * Length * Centre * Math.Pow(at.SecondVelocity, 2) * secondSine)
            - (2 * Mass * Length * Centre * at.SecondVelocity * at.FirstVelocity * secondSine)
            + (((Mass * Centre) + (Mass * Length)) * Gravity * Math.Cos(at.FirstAngle - (Math.PI / 2)))
            + phi2;
        var secondAcceleration =
            (torque + (d2 / d1 * phi1) - (Mass * Length * Centre * Math.Pow(at.FirstVelocity, 2) * secondSine) - phi2)
            / ((Mass * Centre * Centre) + Inertia - (Math.Pow(d2, 2) / d1));
        var firstAcceleration = -((d2 * secondAcceleration) + phi1) / d1;
        return new AcrobotMotion(at.FirstVelocity, at.SecondVelocity, firstAcceleration, secondAcceleration);
    }

    private static AcrobotMotion Along(in AcrobotMotion start, double time, in AcrobotMotion rate) =>
        new(
            start.FirstAngle + (time * rate.FirstAngle),
            start.SecondAngle + (time * rate.SecondAngle),
            start.FirstVelocity + (time * rate.FirstVelocity),
            start.SecondVelocity + (time * rate.SecondVelocity)
        );

    private static double Mean(double timeStep, double k1, double k2, double k3, double k4) =>
        timeStep / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
}
