namespace Hebb.Relaxation.Acceleration;

/// <summary>How far an example of an accelerated relaxation has come, and what may be tried with it.</summary>
internal struct AcceleratedProgress()
{
    /// <summary>The Euclidean norm of what the last sweep that stands moved; infinity before the first.</summary>
    public double Norm { get; private set; } = double.PositiveInfinity;

    /// <summary>How far the unit that moved furthest moved in that sweep.</summary>
    public double Residual { get; private set; }

    /// <summary>Whether the units then went on to a guess, which the next sweep has to judge.</summary>
    public bool IsGuess { get; set; }

    /// <summary>Whether a guess may be made: not for a while after bad ones.</summary>
    public readonly bool MayGuess => Wait == 0;

    // The lowest norm at which a guess was taken back.
    private double LowestBad { get; set; } = double.PositiveInfinity;

    // How many plain sweeps followed the last guess that was taken back, and how many of them are still to come.
    private int Patience { get; set; }
    private int Wait { get; set; }

    /// <summary>A sweep stands.</summary>
    public void Advance(double norm, double residual)
    {
        Norm = norm;
        Residual = residual;
        Wait = Math.Max(0, Wait - 1);
    }

    /// <summary>
    /// A guess was bad. Unless the norm has halved since the last bad one, the plain sweeps that follow are twice as many as they were
    /// then: guesses that go wrong at one place over and over must not keep plain sweeps from leaving it.
    /// </summary>
    public void TakeBack()
    {
        IsGuess = false;
        if (Norm <= 0.5 * LowestBad)
        {
            LowestBad = Norm;
            Patience = 0;
        }
        else
        {
            Patience = (2 * Patience) + 1;
        }

        Wait = Patience;
    }
}
