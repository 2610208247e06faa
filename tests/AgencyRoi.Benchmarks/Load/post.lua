-- wrk's script: bodies, one a line, posted again and again in turns. The bodies and headers come from the environment.
wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
local authorization = os.getenv("WRK_AUTHORIZATION")
if authorization then wrk.headers["authorization"] = authorization end
local name, value = (os.getenv("WRK_HEADER") or ""):match("^([^:]+): (.+)$")
if name then wrk.headers[name] = value end

local bodies = {}
for body in os.getenv("WRK_BODY"):gmatch("[^\n]+") do bodies[#bodies + 1] = body end
wrk.body = bodies[1]

if #bodies > 1 then
  local turn = 0
  request = function()
    turn = turn % #bodies + 1
    return wrk.format(nil, nil, nil, bodies[turn])
  end
end
