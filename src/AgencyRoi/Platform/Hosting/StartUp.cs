namespace AgencyRoi.Platform.Hosting;

/// <summary>Whether the process has done once what it will be asked to do: the first time of everything takes seconds.</summary>
internal sealed class StartUp
{
    private volatile bool isWarm;

    public bool IsWarm => isWarm;

    public void Done() => isWarm = true;
}
