using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>A file's bytes end before the file does, or go on past a limit: what came before stands.</summary>
internal sealed class FileBrokenException(ErrorCode code, string message) : IOException(message)
{
    public ErrorCode Code { get; } = code;
}

/// <summary>A file is not text, or not in the charset that it is declared to be in: nothing of it was read.</summary>
internal sealed class FileNotTextException(string message) : Exception(message);
