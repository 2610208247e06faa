using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;

namespace AgencyRoi.Tests.Platform.Database;

public sealed class ConnectionPlacesTests
{
    private static readonly AgencyId Alpha = new(Guid.CreateVersion7());
    private static readonly AgencyId Beta = new(Guid.CreateVersion7());
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agency_has_its_places_and_waits_for_no_more_than_its_patience()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(All: 10, Agencies: 3, EachAgency: 2, Patience));
        using var one = await places.TakeAsync(Alpha, Token);
        var two = await places.TakeAsync(Alpha, Token);

        await Assert.ThrowsAsync<AgencyBusyException>(async () => await places.TakeAsync(Alpha, Token));
        two.Dispose();
        two.Dispose();
        using var again = await places.TakeAsync(Alpha, Token);
        await Assert.ThrowsAsync<AgencyBusyException>(async () => await places.TakeAsync(Alpha, Token));
    }

    [Fact]
    public async Task When_all_agencies_have_all_places_the_pool_is_exhausted_and_nobody_is_to_blame()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(All: 10, Agencies: 3, EachAgency: 2, Patience));
        using var one = await places.TakeAsync(Alpha, Token);
        using var two = await places.TakeAsync(Alpha, Token);
        var three = await places.TakeAsync(Beta, Token);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await places.TakeAsync(Beta, Token));
        three.Dispose();
        using var four = await places.TakeAsync(Beta, Token);
    }

    [Fact]
    public async Task Whoever_leaves_while_waiting_takes_no_place_along()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(All: 10, Agencies: 1, EachAgency: 1, TimeSpan.FromMinutes(1)));
        var first = await places.TakeAsync(Alpha, Token);
        using var leaving = new CancellationTokenSource();

        var (waiting, outside) = (places.TakeAsync(Alpha, leaving.Token).AsTask(), places.TakeAsync(Beta, leaving.Token).AsTask());
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        first.Dispose();

        (await places.TakeAsync(Beta, Token)).Dispose();
        (await places.TakeAsync(Alpha, Token)).Dispose();
    }

    [Fact]
    public void The_process_keeps_a_tenth_of_the_pool_and_an_agency_gets_half_of_the_rest()
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build();

        Assert.Equal(new ConnectionLimits(100, 90, 45, TimeSpan.FromSeconds(5)), ConnectionLimits.From(settings, 100));
        Assert.Equal(new ConnectionLimits(2, 1, 1, TimeSpan.FromSeconds(5)), ConnectionLimits.From(settings, 2));
        Assert.Equal(new ConnectionLimits(1, 1, 1, TimeSpan.FromSeconds(5)), ConnectionLimits.From(settings, 1));
    }
}
