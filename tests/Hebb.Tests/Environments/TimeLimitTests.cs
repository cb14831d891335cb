using Hebb.Environments;
using Hebb.Environments.Control;

namespace Hebb.Tests.Environments;

public sealed class TimeLimitTests
{
    private readonly float[] _observation = new float[4];

    [Fact]
    public void Last_step_of_the_limit_is_truncated_and_not_terminated()
    {
        var environment = new TimeLimit<CartPole>(new CartPole(), 3);
        environment.Reset(0, _observation);
        Assert.Equal(new StepResult(1, Terminated: false, Truncated: false), environment.Step(0, _observation));
        Assert.Equal(new StepResult(1, Terminated: false, Truncated: false), environment.Step(1, _observation));
        Assert.Equal(new StepResult(1, Terminated: false, Truncated: true), environment.Step(0, _observation));
    }

    [Fact]
    public void Termination_on_the_limit_itself_is_both()
    {
        var length = StepsToTheFall(new CartPole());
        var environment = new TimeLimit<CartPole>(new CartPole(), length);
        environment.Reset(0, _observation);
        for (var step = 1; step < length; step++)
        {
            Assert.False(environment.Step(1, _observation).EpisodeEnded);
        }

        Assert.Equal(new StepResult(1, Terminated: true, Truncated: true), environment.Step(1, _observation));
    }

    [Fact]
    public void Termination_before_the_limit_is_not_truncated()
    {
        var length = StepsToTheFall(new CartPole());
        Assert.Equal(length, StepsToTheFall(new TimeLimit<CartPole>(new CartPole(), length + 1)));
    }

    [Fact]
    public void Each_reset_gives_the_whole_limit_back()
    {
        var environment = new TimeLimit<CartPole>(new CartPole(), 2);
        environment.Reset(0, _observation);
        environment.Step(0, _observation);
        environment.Reset(_observation);
        Assert.False(environment.Step(0, _observation).Truncated);
        Assert.True(environment.Step(1, _observation).Truncated);
        environment.Reset(0, _observation);
        Assert.False(environment.Step(0, _observation).Truncated);
    }

    [Fact]
    public void Step_after_the_truncation_is_refused()
    {
        var environment = new TimeLimit<CartPole>(new CartPole(), 1);
        environment.Reset(0, _observation);
        environment.Step(0, _observation);
        Assert.Throws<InvalidOperationException>(() => environment.Step(0, _observation));
    }

    [Fact]
    public void Refused_step_does_not_count()
    {
        var environment = new TimeLimit<CartPole>(new CartPole(), 2);
        environment.Reset(0, _observation);
        Assert.Throws<ArgumentOutOfRangeException>(() => environment.Step(2, _observation));
        Assert.False(environment.Step(0, _observation).Truncated);
        Assert.True(environment.Step(0, _observation).Truncated);
    }

    [Fact]
    public void Specification_carries_the_limit_and_the_bare_environment_has_none()
    {
        Assert.Null(new CartPole().Specification.StepLimit);
        var anonymous = new TimeLimit<CartPole>(new CartPole(), 7).Specification;
        Assert.Equal(new CartPole().Specification with { StepLimit = 7 }, anonymous);
        var named = new TimeLimit<CartPole>(new CartPole(), 7, "CartPole-short", 6.5).Specification;
        Assert.Equal(anonymous with { Name = "CartPole-short", SolvedAt = 6.5 }, named);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limit_below_one_is_refused(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLimit<CartPole>(new CartPole(), limit));

    private int StepsToTheFall(IEnvironment environment)
    {
        environment.Reset(0, _observation);
        for (var step = 1; ; step++)
        {
            var result = environment.Step(1, _observation);
            if (result.EpisodeEnded)
            {
                Assert.True(result.Terminated);
                Assert.False(result.Truncated);
                return step;
            }
        }
    }
}
