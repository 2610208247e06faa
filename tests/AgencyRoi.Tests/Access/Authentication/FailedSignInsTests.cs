using System.Net;
using AgencyRoi.Access.Authentication;
using AgencyRoi.Platform.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.Authentication;

public sealed class FailedSignInsTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider clock = TestClock.Pinned();

    [Fact]
    public void The_last_failure_of_a_minute_closes_the_address_until_the_minute_is_over()
    {
        var failures = With(3);
        failures.Note(Somebody);
        clock.Advance(TimeSpan.FromSeconds(20));
        failures.Note(Somebody);

        Assert.Equal(TimeSpan.Zero, failures.WaitFor(Somebody));
        failures.Note(Somebody);
        Assert.Equal(TimeSpan.FromSeconds(40), failures.WaitFor(Somebody));
        Assert.Equal(TimeSpan.Zero, failures.WaitFor(IPAddress.Parse("192.0.2.2")));
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(TimeSpan.Zero, failures.WaitFor(Somebody));
        failures.Note(Somebody);
        Assert.Equal(TimeSpan.Zero, failures.WaitFor(Somebody));
    }

    [Fact]
    public void A_flood_of_addresses_takes_no_more_memory_and_is_limited_as_one()
    {
        var failures = With(2);
        for (var i = 0; i < FailedSignIns.MostAddresses; i++)
            failures.Note(Address(i));

        Assert.Equal(TimeSpan.Zero, failures.WaitFor(Address(-1)));
        failures.Note(Address(-1));
        failures.Note(Address(-2));

        Assert.Equal(FailedSignIns.MostAddresses, failures.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), failures.WaitFor(Address(-3)));
        Assert.Equal(TimeSpan.Zero, failures.WaitFor(Address(0)));
        clock.Advance(TimeSpan.FromMinutes(1));
        failures.Note(Address(-3));
        Assert.Equal((1, TimeSpan.Zero), (failures.Count, failures.WaitFor(Address(-3))));
    }

    [Fact]
    public void Zero_stands_for_no_limit_and_less_is_refused()
    {
        var failures = With(0);
        failures.Note(Somebody);

        Assert.Equal((0, TimeSpan.Zero), (failures.Count, failures.WaitFor(Somebody)));
        Assert.Throws<SettingException>(() => Read("-1"));
        Assert.Equal(60, Read(null).FailuresPerAddress);
    }

    private FailedSignIns With(int most) => new(Read($"{most}"), clock);

    private static SignInSettings Read(string? most) =>
        SignInSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(most is null ? [] : [new("SignIn:FailuresPerAddress", most)]).Build()
        );

    private static IPAddress Address(int number) => new(BitConverter.GetBytes(number));
}
