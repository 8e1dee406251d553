# Gives a controller that is stopped another invocationId, as restoring it from a backup does. Arguments: smb.conf, sam.ldb.
import sys
import uuid

import ldb
from samba.auth import system_session
from samba.dcerpc import misc
from samba.ndr import ndr_pack
from samba.param import LoadParm
from samba.samdb import SamDB

conf, url = sys.argv[1:3]
lp = LoadParm()
lp.load(conf)
db = SamDB(url=url, session_info=system_session(), lp=lp)

change = ldb.Message(ldb.Dn(db, db.get_dsServiceName()))
instance = ndr_pack(misc.GUID(str(uuid.uuid4())))
change["id"] = ldb.MessageElement(instance, ldb.FLAG_MOD_REPLACE, "invocationId")
db.modify(change, controls=["relax:0", "provision:0"])
