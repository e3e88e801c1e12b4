# Makes a PostgreSQL cluster that nobody else uses, and ends and removes it once standard input closes, which it does
# whatever way the tests end. Prints its folder when it answers. PostgreSQL refuses to run as root.
# $1: the folder of PostgreSQL's programs. $2: a running cluster's folder to be a standby of, or nothing.
# $3: a port of this machine to listen on under TLS, with a certificate for "localhost" in the folder; or nothing.
set -eu
here=$(mktemp -d /tmp/hgh-pg.XXXXXX)
postgres=
trap 'exit 1' TERM INT PIPE
trap '[ -z "$postgres" ] || { kill -QUIT "$postgres" && wait "$postgres"; } 2>/dev/null || true; rm -rf "$here"' EXIT
if [ -n "${2:-}" ]; then
    "$1/pg_basebackup" --host="$2" --username=hgh --pgdata="$here/data" --write-recovery-conf --checkpoint=fast >&2
    # The copy brings the settings of what it is a copy of.
    sed -i "/^unix_socket_directories/d; /^synchronous_standby_names/d" "$here/data/postgresql.conf"
else
    "$1/initdb" --pgdata="$here/data" --username=hgh --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >&2
    cat >>"$here/data/postgresql.conf" <<-SETTINGS
	listen_addresses = ''
	max_connections = 300
	shared_buffers = 64MB
	log_statement = none
	SETTINGS
fi
if [ -n "${3:-}" ]; then
    cat >"$here/request" <<-REQUEST
	[req]
	distinguished_name = name
	x509_extensions = extensions
	prompt = no
	[name]
	CN = localhost
	[extensions]
	subjectAltName = DNS:localhost
	REQUEST
    openssl req -x509 -config "$here/request" -newkey rsa:2048 -nodes -days 2 \
        -keyout "$here/data/server.key" -out "$here/data/server.crt" >&2
    cp "$here/data/server.crt" "$here/authority.pem"
    chmod a+rx "$here" && chmod a+r "$here/authority.pem"
    cat >>"$here/data/postgresql.conf" <<-SETTINGS
	listen_addresses = '127.0.0.1'
	port = $3
	ssl = on
	SETTINGS
    echo "hostssl all all 127.0.0.1/32 trust" >"$here/data/pg_hba.conf"
    echo "local all all trust" >>"$here/data/pg_hba.conf"
fi
echo "unix_socket_directories = '$here'" >>"$here/data/postgresql.conf"
"$1/postgres" -D "$here/data" >&2 </dev/null &
postgres=$!
tries=0
until "$1/pg_isready" --quiet --host="$here" --port="${3:-5432}"; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] && kill -0 "$postgres"
    sleep 0.1
done
echo "$here $postgres"
while read -r _; do :; done
